import { basename, resolve } from 'node:path';
import { build, preview } from 'vite';
import { root as project } from './root.mjs';

/**
 * Builds the page of a folder as the product is built, the shards at /mnist/, and serves it isolated.
 *
 * @param {string} folder holds index.html
 * @param {number} port
 * @param {import('vite').Plugin[]} [plugins]
 */
export async function servePage(folder, port, plugins = []) {
  const root = resolve(folder);
  const outDir = resolve(project, 'node_modules/.cache', `gradpad-${basename(root)}`);
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  await build({
    configFile: false,
    root,
    publicDir: resolve(project, 'public'),
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  });
  const server = await preview({
    configFile: false,
    root,
    plugins,
    build: { outDir },
    preview: { port, host: '127.0.0.1', headers: isolated },
  });
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
