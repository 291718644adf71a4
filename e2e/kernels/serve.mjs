// node e2e/kernels/serve.mjs PORT: serves the page in which kernels are checked, for Playwright.
import { servePage } from '../../scripts/servePage.mjs';

await servePage(import.meta.dirname, Number(process.argv[2]));
