import { useMemo } from 'react';
import { useLaterWords } from '../../words/laterWords';
import { ValueFigure } from './ValueFigure';
import { pairEnds } from './pairEnds';
import { pixelMap } from './pixelMap';
import type { ViewProps } from './viewProps';

/** Where a little more ink would matter. */
export function GradientView({ body, digit, pair }: ViewProps<'gradient'>) {
  const words = useLaterWords().explain;
  const map = useMemo(() => pixelMap(body.values), [body]);
  return (
    <ValueFigure
      title={words.gradientMap}
      map={map}
      unit={words.logitsPerInk}
      ends={pairEnds(words, pair)}
      digit={digit}
    />
  );
}
