import { Suspense, lazy } from 'react';
import { whenIdle } from '../../lib/whenIdle';
import type { PresetName } from '../../model/presets';
import { presets } from '../../model/presets';
import { layersInOneLine } from './layersInOneLine';
import styles from './Settings.module.css';

const ModelCosts = lazy(async () => {
  await whenIdle();
  return { default: (await import('./ModelCosts')).ModelCosts };
});

/** The chosen model's layers, and what they cost, which is worked out after the first paint. */
export function ModelFacts({ preset }: { preset: PresetName }) {
  const spec = presets[preset];
  return (
    <p className={styles.facts}>
      {layersInOneLine(spec)}
      <br />
      <Suspense fallback={'\u00a0'}>
        <ModelCosts spec={spec} />
      </Suspense>
    </p>
  );
}
