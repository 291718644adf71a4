import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom (ARCHITECTURE.md repeats this table). A folder may always import itself; packages
 * named in `packages` are allowed only in the folders listed with them.
 */
/** @type {Record<string, string[]>} */
const mayImport = {
  lib: [],
  words: ['lib'],
  data: ['lib'],
  model: ['lib'],
  engine: ['lib', 'model'],
  scores: ['lib', 'model'],
  explain: ['data', 'model', 'engine', 'lib'],
  training: ['data', 'model', 'engine', 'lib'],
  worker: ['data', 'model', 'engine', 'explain', 'scores', 'training', 'lib'],
  persistence: ['model', 'engine', 'training', 'lib'],
  export: ['data', 'model', 'engine', 'training', 'persistence', 'lib'],
  store: ['worker', 'persistence', 'export', 'data', 'model', 'engine', 'training', 'lib'],
  ui: [],
  curves: ['ui', 'training', 'model', 'lib'],
  features: [
    'store',
    'export',
    'ui',
    'curves',
    'words',
    'lib',
    'model',
    'engine',
    'explain',
    'scores',
    'training',
    'data',
  ],
  app: ['features', 'ui', 'store', 'words', 'lib'],
};
const folders = Object.keys(mayImport);

/** Packages that belong to some folders only. `**` after a name covers its subpaths. */
const packageHomes = {
  '@tensorflow/*': ['model', 'engine'],
  'recharts*': ['ui'],
  'react*': ['store', 'ui', 'words', 'features', 'app'],
  'zustand*': ['store'],
};

/**
 * @param {string} folder
 * @param {string[]} [allowed]
 * @returns {['error', object]}
 */
function restrictions(folder, allowed = mayImport[folder]) {
  const forbiddenFolders = folders.filter((other) => other !== folder && !allowed.includes(other));
  const forbiddenPackages = Object.entries(packageHomes)
    .filter(([, homes]) => !homes.includes(folder))
    .flatMap(([name]) => [name, `${name}/**`]);
  return [
    'error',
    {
      patterns: [
        {
          group: [...forbiddenFolders.map((other) => `**/${other}/**`), ...forbiddenPackages],
          message: `${folder}/ may import only: ${[folder, ...allowed].join(', ')} (see ARCHITECTURE.md).`,
        },
      ],
    },
  ];
}

/** One file may be stricter or looser than its folder. */
const exceptions = [
  {
    files: ['src/worker/protocol.ts'],
    allowed: ['data', 'model', 'training', 'engine', 'explain', 'scores', 'lib'],
  },
  { files: ['src/worker/client.ts'], allowed: ['lib'] },
];

export default tseslint.config(
  { ignores: ['dist', 'public', 'src/engine/wasm/assembly', 'test-results', 'playwright-report'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  { files: ['src/**/*.tsx', 'src/store/**'], ...reactHooks.configs.flat['recommended-latest'] },
  ...folders.map((folder) => ({
    files: [`src/${folder}/**`],
    rules: { 'no-restricted-imports': restrictions(folder) },
  })),
  ...exceptions.map(({ files, allowed }) => ({
    files,
    rules: { 'no-restricted-imports': restrictions('worker', allowed) },
  })),
);
