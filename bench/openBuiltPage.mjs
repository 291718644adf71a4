import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumOptions } from '../scripts/chromiumOptions.mjs';

/** The built page, served and opened in Chromium as `npm start` serves it. */
export async function openBuiltPage() {
  const server = await preview({ preview: { port: 4170, host: '127.0.0.1' } });
  const browser = await chromium.launch(chromiumOptions);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  return {
    browser,
    context,
    address: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
