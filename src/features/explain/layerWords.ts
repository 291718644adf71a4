import type { Layers } from '../../explain/layerMaps';
import { fill } from '../../lib/fill';
import type { LaterWords } from '../../words/laterWords';

type Layer = Layers['layers'][number];

/** How a layer is called: its place, counted from 1, and its type. */
export const layerTitle = ({ explain, optimizer }: LaterWords, { layer, type }: Layer): string =>
  fill(explain.layer, { number: layer + 1, type: optimizer.layerTypes[type] });

/** What a layer gives, in a few words. @param isLast whether these are the logits */
export function shapeOf(words: LaterWords['explain'], { maps }: Layer, isLast: boolean): string {
  const [{ height, width }] = maps;
  if (isLast) return words.logitsOfDigits;
  if (maps.length === 1) return fill(words.units, { count: width });
  return fill(words.shape, { count: maps.length, height, width });
}
