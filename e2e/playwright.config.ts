import { defineConfig } from '@playwright/test';
import { chromiumOptions } from '../scripts/chromiumOptions.mjs';

// Another port lets two checkouts be tested beside each other.
const PORT = Number(process.env.PORT ?? 4180);
const KERNELS_PORT = PORT + 1;
const addressAt = (port: number) => `http://127.0.0.1:${port}/`;

/** Tests in Chromium. Of the built page: `page` from recorded events, `train` with the real trainer; and of WebGPU `kernels`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/playwright',
  // Much of a test is one thread's work (compiling shaders, looking for what is inaccessible) or waiting: on two cores, two
  // browsers take about 0.6 of the time of one.
  workers: 2,
  fullyParallel: true,
  // Patience costs time only where something fails; a machine may well have other work.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: addressAt(PORT),
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    launchOptions: chromiumOptions,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'page', testDir: 'page' },
    { name: 'train', testDir: 'train' },
    { name: 'kernels', testDir: 'kernels', use: { baseURL: addressAt(KERNELS_PORT) } },
  ],
  webServer: [
    {
      command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
      cwd: '..',
      url: addressAt(PORT),
      reuseExistingServer: true,
    },
    { command: `node kernels/serve.mjs ${KERNELS_PORT}`, url: addressAt(KERNELS_PORT) },
  ],
});
