import { fileURLToPath } from 'node:url';

/** The folder of package.json; ends with a slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));
