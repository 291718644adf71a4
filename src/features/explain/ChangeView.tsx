import { useMemo, useState } from 'react';
import { GOAL_PROBABILITY } from '../../explain/smallestChange';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatPercent } from '../../lib/formatPercent';
import { StepSlider } from '../../ui/StepSlider';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import { MapPicture } from './MapPicture';
import { ValueFigure } from './ValueFigure';
import { pixelMap } from './pixelMap';
import { twoLikeliest } from './twoLikeliest';
import type { ViewProps } from './viewProps';

/** The smallest change found that makes it another digit, on a slider from the digit to the changed one. */
export function ChangeView({ body, digit, pair }: ViewProps<'change'>) {
  const words = useLaterWords().explain;
  const { pixels, readings, isReached, changedPixels, length } = body;
  const last = readings.length - 1;
  /** Where the slider is, and which answer was shown when it was moved there. */
  const [{ at, movedOn }, setPlace] = useState<{ at: number; movedOn: typeof body | null }>({
    at: last,
    movedOn: null,
  });
  const share = at / last;
  const percent = formatPercent(share);
  const change = useMemo(() => pixelMap(pixels.map((ink, i) => ink - digit[i] / 255)), [pixels, digit]);
  const changed = useMemo(
    () => pixelMap(change.values.map((ink, i) => digit[i] / 255 + share * ink)),
    [change, digit, share],
  );

  return (
    <div className={styles.stack}>
      {!isReached && (
        <p>{fill(words.notReached, { rival: pair.rival, percent: formatPercent(GOAL_PROBABILITY) })}</p>
      )}
      <StepSlider
        label={words.wayLabel}
        value={at}
        max={last}
        text={fill(words.way, { percent })}
        onChange={(next) => setPlace({ at: next, movedOn: body })}
      />
      {/* A run that goes on changes it, too, more often than anybody wants to hear. */}
      <p aria-live={movedOn === body ? 'polite' : 'off'}>
        {fill(words.readsThere, twoLikeliest(readings[at]))}
      </p>
      <div className={styles.pictures}>
        <figure className={styles.picture}>
          <figcaption className={styles.caption}>{words.changed}</figcaption>
          <MapPicture map={changed} largest={1} label={fill(words.changedPicture, { percent })} look="ink" />
        </figure>
        <ValueFigure
          title={words.changeMap}
          map={change}
          unit={words.ink}
          ends={{ above: words.moreInk, below: words.lessInk }}
          digit={digit}
        />
      </div>
      <p>{fill(words.changeSize, { count: formatCount(changedPixels), length: length.toFixed(1) })}</p>
    </div>
  );
}
