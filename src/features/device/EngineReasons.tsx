import { fill } from '../../lib/fill';
import type { AppState } from '../../store/store';
import { Dialog } from '../../ui/Dialog';
import { problemSentence, useWords } from '../../words/words';
import styles from './Device.module.css';

interface EngineReasonsProps {
  engine: AppState['survey'];
  problem: AppState['surveyProblem'];
  onClose: () => void;
}

/** Why this engine and not a better one, in words. */
export function EngineReasons({ engine, problem, onClose }: EngineReasonsProps) {
  const words = useWords();
  const { app, device, engines } = words;
  return (
    <Dialog title={device.why} closeLabel={app.close} onClose={onClose}>
      {engine && <p>{fill(device.taken, { engine: `${engines[engine.name]} (${engine.device})` })}</p>}
      {!engine && problem && <p>{problemSentence(words, problem)}</p>}
      {engine && engine.refused.length > 0 && (
        <>
          <p>{device.refused}</p>
          <dl className={styles.reasons}>
            {engine.refused.map((refusal) => (
              <div key={refusal.name}>
                <dt>{engines[refusal.name]}</dt>
                <dd>{problemSentence(words, refusal.problem)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Dialog>
  );
}
