import type { NodeReport } from '../../engine/engine';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatPercent } from '../../lib/formatPercent';
import { useApp } from '../../store/hooks';
import { useLaterWords } from '../../words/laterWords';
import styles from './DevicePanel.module.css';

const none: readonly NodeReport[] = [];

/** What each of several nodes has done in the run, and what it costs that they wait for the slowest. */
export function NodeTable() {
  const { device } = useLaterWords();
  const nodes = useApp(({ run }) => (run.status === 'idle' ? none : run.record.nodes));
  if (nodes.length === 0) return null;
  return (
    <>
      <table className={styles.table}>
        <caption>{device.nodesDid}</caption>
        <thead>
          <tr>
            {[device.node, device.images, device.computing, device.waiting].map((heading) => (
              <th key={heading} scope="col" className={styles.number}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ images, computeMs, waitMs }, i) => (
            <tr key={i}>
              <th scope="row" className={styles.number}>
                {i + 1}
              </th>
              <td className={styles.number}>{formatCount(images)}</td>
              <td className={styles.number}>{formatSeconds(computeMs)}</td>
              <td className={styles.number}>{formatSeconds(waitMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{fill(device.slowest, { percent: formatPercent(waitingShare(nodes)) })}</p>
    </>
  );
}

function waitingShare(nodes: readonly NodeReport[]): number {
  const waitMs = nodes.reduce((sum, node) => sum + node.waitMs, 0);
  const allMs = nodes.reduce((sum, node) => sum + node.waitMs + node.computeMs, 0);
  return allMs > 0 ? waitMs / allMs : 0;
}

const formatSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
