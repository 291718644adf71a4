// npm start: everything from a fresh clone to the built page at a local address.
// Options: --host [address] serves other machines too; $PORT chooses the port.
import './setup.mjs';
import { root } from './root.mjs';

/** The first that is tried; vite goes on to the next free one. */
const USUAL_PORT = 4173;

// Only now is it certain to be installed.
const { build, preview } = await import('vite');

const chosenPort = process.env.PORT;
await build({ root });
const server = await preview({
  root,
  preview: {
    port: chosenPort ? Number(chosenPort) : USUAL_PORT,
    // Who chooses a port expects the page there and nowhere else.
    strictPort: Boolean(chosenPort),
    host: hostOption(process.argv),
  },
});

const { local = [], network = [] } = server.resolvedUrls ?? {};
console.log(
  `\nGradpad is ready:\n${[...local, ...network].map((url) => `  ${url}`).join('\n')}\n\nCtrl+C stops it.`,
);

/** @param {readonly string[]} args */
function hostOption(args) {
  const place = args.indexOf('--host');
  return place !== -1 && (args[place + 1] ?? true);
}
