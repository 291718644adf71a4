import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { gridMove } from '../../lib/gridMove';
import { CLASS_COUNT } from '../../model/spec';
import type { Cell, Confusion } from '../../scores/confusion';
import { commonestMistake, countIn, rateIn } from '../../scores/confusion';
import { Choice } from '../../ui/Choice';
import { Toolbar } from '../../ui/Toolbar';
import { useLaterWords } from '../../words/laterWords';
import styles from './ConfusionMatrix.module.css';
import parts from './Findings.module.css';
import { cellInWords } from './cellWords';
import { digits } from './digits';
import { inPercent } from './inPercent';

interface ConfusionMatrixProps {
  counts: Confusion;
  /** Whose images are shown; null before one is chosen. */
  chosen: Cell | null;
  onChoose: (cell: Cell) => void;
}

/** Ten digits by ten readings, a grid (WAI-ARIA) whose cells are buttons. */
export function ConfusionMatrix({ counts, chosen, onChoose }: ConfusionMatrixProps) {
  const words = useLaterWords().mistakes.matrix;
  const [look, setLook] = useState<'counts' | 'rates'>('counts');
  const [focused, setFocused] = useState(() => placeOf(chosen ?? { shown: 0, read: 0 }));
  const table = useRef<HTMLTableElement>(null);
  const titleId = useId();
  const commonest = commonestMistake(counts);
  const highestRate = (commonest && Math.max(...mistakes.map((cell) => rateIn(counts, cell) ?? 0))) ?? 1;

  function onKeyDown(event: KeyboardEvent) {
    const next = gridMove(event, focused, CLASS_COUNT, CLASS_COUNT);
    if (next === null) return;
    event.preventDefault();
    table.current?.querySelectorAll('button')[next].focus();
  }

  return (
    <section className={parts.part} aria-labelledby={titleId}>
      <h3 id={titleId}>{words.title}</h3>
      <p className={parts.note}>{words.about}</p>
      {commonest && <p>{fill(words.commonest, { cell: cellInWords(words, counts, commonest) })}</p>}
      <div className={parts.choice}>
        <Toolbar>
          <Choice
            label={words.show}
            value={look}
            labels={{ counts: words.counts, rates: words.rates }}
            onChange={setLook}
          />
        </Toolbar>
      </div>
      <table
        ref={table}
        role="grid"
        aria-labelledby={titleId}
        className={styles.matrix}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="visuallyHidden">{words.corner}</span>
            </th>
            {digits.map((read) => (
              <th key={read} scope="col">
                {read}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {digits.map((shown) => (
            <tr key={shown}>
              <th scope="row">{shown}</th>
              {digits.map((read) => {
                const cell = { shown, read };
                const place = placeOf(cell);
                const rate = rateIn(counts, cell) ?? 0;
                return (
                  <td key={read}>
                    <button
                      type="button"
                      className={shown === read ? styles.right : styles.mistake}
                      style={shown === read ? undefined : shade(rate / highestRate)}
                      aria-label={cellInWords(words, counts, cell)}
                      aria-pressed={chosen !== null && place === placeOf(chosen)}
                      tabIndex={place === focused ? 0 : -1}
                      onFocus={() => setFocused(place)}
                      onClick={() => onChoose(cell)}
                    >
                      {look === 'counts' ? formatCount(countIn(counts, cell)) : inPercent(rate)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={parts.note}>{words.keys}</p>
    </section>
  );
}

const placeOf = ({ shown, read }: Cell) => CLASS_COUNT * shown + read;

const mistakes: readonly Cell[] = digits.flatMap((shown) =>
  digits.filter((read) => read !== shown).map((read) => ({ shown, read })),
);

/** Colours of mistakes go up to this much of the second hue (%): text on it keeps 4.5:1. */
const DARKEST = 40;

/** @param share of the highest rate, 0 … 1 */
function shade(share: number) {
  return share > 0
    ? { background: `color-mix(in srgb, var(--second) ${(DARKEST * share).toFixed(1)}%, var(--surface))` }
    : undefined;
}
