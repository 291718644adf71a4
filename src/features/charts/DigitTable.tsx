import { useState } from 'react';
import { evenlySpaced } from '../../lib/evenlySpaced';
import { formatCount } from '../../lib/formatCount';
import { formatPercent } from '../../lib/formatPercent';
import type { FollowedDigit } from '../../store/followed';
import { useWords } from '../../words/words';

/** As many rows as can be read or listened to. */
const MAX_ROWS = 20;

interface DigitTableProps {
  title: string;
  readings: FollowedDigit['readings'];
}

/** The ten probabilities for those who cannot see the chart, and for those who want figures. */
export function DigitTable({ title, readings }: DigitTableProps) {
  const words = useWords().charts;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.table}</summary>
      {isOpen && (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              {Array.from(readings[0].probabilities.keys(), (digit) => (
                <th key={digit} scope="col">
                  {digit}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {evenlySpaced(readings.length, MAX_ROWS).map((index) => (
              <tr key={readings[index].step}>
                <th scope="row">{formatCount(readings[index].step)}</th>
                {Array.from(readings[index].probabilities, (share, digit) => (
                  <td key={digit}>{formatPercent(share)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
