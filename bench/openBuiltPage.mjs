import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumOptions } from '../scripts/chromiumOptions.mjs';

/** What a visitor's browser is like. */
export const visitor = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };

/**
 * The built page, served as `npm start` serves it.
 *
 * @param {string} [outDir] where it was built
 */
export function serveBuiltPage(outDir = 'dist') {
  return preview({ build: { outDir }, preview: { port: 4170, host: '127.0.0.1' } });
}

/** The built page, served and opened in Chromium. */
export async function openBuiltPage() {
  const server = await serveBuiltPage();
  const browser = await chromium.launch(chromiumOptions);
  const context = await browser.newContext(visitor);
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
