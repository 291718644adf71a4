import type { StoredRun } from './stored';

/** How a kept run is called in a list: by its name, or its model and optimizer; and when it began. */
export function runLabel(
  { name, config, startedAt }: StoredRun,
  words: {
    readonly presets: Readonly<Record<StoredRun['config']['preset'], string>>;
    readonly optimizers: Readonly<Record<StoredRun['config']['optimizer'], string>>;
  },
): string {
  const called = name || `${words.presets[config.preset]} · ${words.optimizers[config.optimizer]}`;
  return `${called} · ${new Date(startedAt).toLocaleString()}`;
}
