import { Suspense, lazy, useState } from 'react';
import { fill } from '../../lib/fill';
import type { TrainingConfig } from '../../training/config';
import { useWords } from '../../words/words';
import styles from './Settings.module.css';

/** Opened by few, so it comes when it is asked for. */
const RareFields = lazy(async () => ({ default: (await import('./RareFields')).RareFields }));

/** What few change: told in a line, and opened on request. */
export function RareSettings({ config, locked }: { config: TrainingConfig; locked: boolean }) {
  const words = useWords().settings;
  const [isOpen, setIsOpen] = useState(false);
  const { optimizer, nodes, beta1, beta2 } = config;
  return (
    <details className={styles.wide} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        {`${words.nodes}: ${nodes === 'auto' ? words.nodesAuto : nodes}`}
        {optimizer === 'adam' && ` · ${fill(words.betas, { beta1, beta2 })}`}
      </summary>
      {isOpen && (
        <Suspense fallback={null}>
          <RareFields config={config} locked={locked} />
        </Suspense>
      )}
    </details>
  );
}
