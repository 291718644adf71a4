import { defineConfig } from '@playwright/test';
import { chromiumOptions } from '../scripts/chromiumOptions.mjs';

// Another port lets two checkouts be tested beside each other.
const PORT = Number(process.env.PORT ?? 4180);
const address = `http://127.0.0.1:${PORT}/`;

/** Tests in Chromium. Of the built page: `page` from recorded events, `train` with the real trainer; and of WebGPU `kernels`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/playwright',
  // Two cores: a second worker would only slow the first down.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: address,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    launchOptions: chromiumOptions,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'page', testDir: 'page' },
    { name: 'train', testDir: 'train' },
    { name: 'kernels', testDir: 'kernels' },
  ],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    cwd: '..',
    url: address,
    reuseExistingServer: true,
  },
});
