import { expect, it } from 'vitest';
import { presets } from '../../model/presets';
import { layersInOneLine } from './layersInOneLine';

it('names the layers of a model in order', () => {
  expect(layersInOneLine(presets.article)).toBe('28×28 → conv 32 3×3 → flatten → dense 10');
  expect(layersInOneLine(presets.lenet)).toContain('pool 2×2 → conv 32 3×3');
});
