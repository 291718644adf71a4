import { useState } from 'react';
import type { Curve } from '../../curves/curve';
import type { HeldOutCurve } from '../../curves/heldOut';
import type { RunSteps } from '../../curves/horizontalAxis';
import { formatCount } from '../../lib/formatCount';
import { formatDuration } from '../../lib/formatDuration';
import { stepsPerEpoch } from '../../training/config';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { tableSteps } from './tableSteps';

interface CurveTableProps {
  title: string;
  steps: RunSteps;
  curve: Curve;
  heldOut: HeldOutCurve;
  /** What a step is drawn along, where no other column tells it; else null. */
  place: { readonly heading: string; readonly text: (step: number) => string } | null;
  value: (number: number) => string;
}

/** The curve for those who cannot see it, and for those who want figures. */
export function CurveTable({ title, steps, curve, heldOut, place, value }: CurveTableProps) {
  const words = useWords().charts;
  const { curves } = useLaterWords();
  const [isOpen, setIsOpen] = useState(false);
  const perEpoch = stepsPerEpoch(steps.config);
  const measured = new Map(heldOut.values.map((validation) => [validation.step, validation.value]));
  const headings = [
    words.step,
    words.epoch,
    words.time,
    ...(place ? [place.heading] : []),
    words.raw,
    words.smoothed,
    ...(measured.size > 0 ? [curves.heldOut] : []),
  ];

  function cells(step: number): string[] {
    const validation = measured.get(step);
    return [
      formatCount(Math.floor(step / perEpoch) + 1),
      formatDuration(steps.endsMs[step]),
      ...(place ? [place.text(step)] : []),
      value(curve.raw[step]),
      value(curve.smoothed[step]),
      ...(measured.size > 0 ? [validation === undefined ? '–' : value(validation)] : []),
    ];
  }

  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.table}</summary>
      {isOpen && (
        <table aria-label={title}>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tableSteps(curve.raw.length, [...measured.keys()]).map((step) => (
              <tr key={step}>
                <th scope="row">{formatCount(step + 1)}</th>
                {cells(step).map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
