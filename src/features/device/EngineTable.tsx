import type { EngineName, EngineReport } from '../../engine/engine';
import { engineNames, graphicsEngines } from '../../engine/engine';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { useActions, useApp } from '../../store/hooks';
import { imagesPerStep } from '../../training/config';
import { Button } from '../../ui/Button';
import type { LaterWords } from '../../words/laterWords';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './DevicePanel.module.css';

/** How long one step takes on every engine, or why an engine is not used; and a way to measure them all. */
export function EngineTable({ engine }: { engine: EngineReport | null }) {
  const { presets, engines } = useWords();
  const words = useLaterWords();
  const { device } = words;
  const { measureEngines } = useActions();
  const measurement = useApp((state) => state.measurement);
  const chosen = useApp((state) => state.config);
  const inUse = useApp(({ run }) => (run.status === 'idle' ? null : run.record.config));
  const isOnRequest = inUse === null && measurement.status === 'measured';
  const config = inUse ?? (isOnRequest ? measurement.config : chosen);
  const { measured: all, refused } = isOnRequest ? measurement.report : (engine ?? nothing);
  // One that was measured may have been lost since.
  const measured = all.filter(({ name }) => !refused.some((refusal) => refusal.name === name));

  return (
    <>
      <table className={styles.table}>
        <caption>
          {fill(device.stepTimes, {
            preset: presets[config.preset],
            batch: formatCount(imagesPerStep(config)),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{device.engine}</th>
            <th scope="col">{device.nodes}</th>
            <th scope="col" className={styles.number}>
              {device.stepTime}
            </th>
          </tr>
        </thead>
        <tbody>
          {measured.map(({ name, nodes, stepMs, isEstimate }) => (
            <tr key={`${name} ${nodes}`}>
              <th scope="row">{engines[name]}</th>
              <td>{graphicsEngines.includes(name) ? '–' : nodes}</td>
              <td className={styles.number}>
                {isEstimate && '≈ '}
                {formatMilliseconds(stepMs)}
              </td>
            </tr>
          ))}
          {engineNames
            .filter((name) => !measured.some((each) => each.name === name))
            .map((name) => (
              <tr key={name}>
                <th scope="row">{engines[name]}</th>
                <td colSpan={2} className={styles.reason}>
                  {reasonAgainst(words, refused, name)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <div className={styles.measure}>
        <Button inactive={inUse !== null || measurement.status === 'measuring'} onClick={measureEngines}>
          {device.measure}
        </Button>
        <p role="status">
          {measurement.status === 'measuring' && device.measuring}
          {inUse && device.mustBeIdle}
        </p>
      </div>
    </>
  );
}

const nothing: Pick<EngineReport, 'measured' | 'refused'> = { measured: [], refused: [] };

function reasonAgainst(words: LaterWords, refused: EngineReport['refused'], name: EngineName): string {
  const refusal = refused.find((each) => each.name === name);
  return refusal ? problemSentence(words, refusal.problem) : words.device.notMeasured;
}

/** Two digits tell engines apart. */
const formatMilliseconds = (milliseconds: number): string =>
  milliseconds < 10 ? milliseconds.toPrecision(2) : formatCount(milliseconds);
