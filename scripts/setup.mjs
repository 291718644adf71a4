// Makes a fresh clone ready to build: dependencies, kernels and image shards; with --browser also to test: Chromium.
// Nothing it imports may need an installed package.
import { prepareChromium } from './chromium.mjs';
import { prepareDependencies } from './dependencies.mjs';
import { prepareKernels } from './kernels.mjs';
import { prepareShards } from './shards.mjs';

const OLDEST_NODE = 20;

try {
  const [nodeMajor] = process.versions.node.split('.').map(Number);
  if (nodeMajor < OLDEST_NODE) {
    throw new Error(`Gradpad needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.`);
  }
  prepareDependencies();
  prepareKernels();
  await prepareShards();
  if (process.argv.includes('--browser')) prepareChromium();
} catch (error) {
  console.error(`\nSetup failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
