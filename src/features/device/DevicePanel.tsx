import { fill } from '../../lib/fill';
import type { AppState } from '../../store/store';
import { Dialog } from '../../ui/Dialog';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './DevicePanel.module.css';
import { EngineTable } from './EngineTable';
import { NodeTable } from './NodeTable';

interface DevicePanelProps {
  engine: AppState['survey'];
  problem: AppState['surveyProblem'];
  onClose: () => void;
}

/** Why this engine and not another, how fast each is, and how several nodes share the work. */
export function DevicePanel({ engine, problem, onClose }: DevicePanelProps) {
  const { app, device, engines } = useWords();
  const words = useLaterWords();
  return (
    <Dialog title={device.why} closeLabel={app.close} onClose={onClose}>
      <div className={styles.panel}>
        {engine && (
          <p>{fill(words.device.taken, { engine: `${engines[engine.name]} (${engine.device})` })}</p>
        )}
        {!engine && problem && <p>{problemSentence(words, problem)}</p>}
        <EngineTable engine={engine} />
        <NodeTable />
      </div>
    </Dialog>
  );
}
