import { useState } from 'react';
import type { Curve } from '../../curves/curve';
import { formatCount } from '../../lib/formatCount';
import { formatDuration } from '../../lib/formatDuration';
import { seriesValues } from '../../lib/series';
import type { RunRecord } from '../../store/run';
import { stepsPerEpoch } from '../../training/config';
import { useWords } from '../../words/words';
import { evenlySpaced } from '../../lib/evenlySpaced';

/** As many rows as can be read or listened to. */
const MAX_ROWS = 20;

interface CurveTableProps {
  title: string;
  record: RunRecord;
  curve: Curve;
  value: (number: number) => string;
}

/** The curve for those who cannot see it, and for those who want figures. */
export function CurveTable({ title, record, curve, value }: CurveTableProps) {
  const words = useWords().charts;
  const [isOpen, setIsOpen] = useState(false);
  const perEpoch = stepsPerEpoch(record.config);
  const endsMs = seriesValues(record.stepEndsMs);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.table}</summary>
      {isOpen && (
        <table aria-label={title}>
          <thead>
            <tr>
              {[words.step, words.epoch, words.time, words.raw, words.smoothed].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {evenlySpaced(curve.raw.length, MAX_ROWS).map((step) => (
              <tr key={step}>
                <th scope="row">{formatCount(step + 1)}</th>
                <td>{formatCount(Math.floor(step / perEpoch) + 1)}</td>
                <td>{formatDuration(endsMs[step])}</td>
                <td>{value(curve.raw[step])}</td>
                <td>{value(curve.smoothed[step])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
