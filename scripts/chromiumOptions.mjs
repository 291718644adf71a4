import { chromiumPath } from './chromium.mjs';

/** Start-up noise that a browser on a closed network would otherwise make, and the sandbox that root cannot have. */
const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** WebGPU and WebGL in software: they say whether GPU code is right, not how fast it is. */
const SOFTWARE_GPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

const executablePath = chromiumPath();

/** What Playwright needs to launch the Chromium of this machine. */
export const chromiumOptions = {
  ...(executablePath ? { executablePath } : {}),
  args: [...QUIET, ...SOFTWARE_GPU],
};
