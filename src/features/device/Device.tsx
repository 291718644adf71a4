import { Suspense, lazy, useState } from 'react';
import { useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useWords } from '../../words/words';
import styles from './Device.module.css';

/** Opened by few, so it comes when it is asked for. */
const DevicePanel = lazy(async () => ({ default: (await import('./DevicePanel')).DevicePanel }));

/** What computes: the engine of the run, or the one a run would use. */
export function Device() {
  const { device, engines } = useWords();
  const engine = useApp(({ run, survey }) =>
    run.status === 'idle' ? survey : (run.record.engine ?? survey),
  );
  const problem = useApp((state) => state.surveyProblem);
  const [isOpen, setIsOpen] = useState(false);

  const text = engine ? `${engines[engine.name]} · ${engine.device}` : problem ? device.none : device.seeking;
  return (
    <div className={styles.device}>
      <p role="status" aria-label={device.label} className={styles.name}>
        {text}
      </p>
      {(engine ?? problem) && (
        <Button look="link" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
          {device.why}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <DevicePanel engine={engine} problem={problem} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
