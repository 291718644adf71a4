import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedModel } from '../engine/generatedModels';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import { axesOf, coordinatesOf, layersWithWeights, placeOf, usualPlace } from './weightPlace';

const lenet = planModel(presets.lenet);

test.each([
  // Keras lays a convolution's kernel out as [height, width, in, out].
  [
    { layer: 0, part: 'kernel', along: [1, 2, 0, 3] },
    { tensor: 0, index: ((1 * 5 + 2) * 1 + 0) * 24 + 3 },
  ],
  [
    { layer: 2, part: 'kernel', along: [2, 0, 23, 31] },
    { tensor: 2, index: ((2 * 3 + 0) * 24 + 23) * 32 + 31 },
  ],
  [
    { layer: 2, part: 'bias', along: [7] },
    { tensor: 3, index: 7 },
  ],
  // And a dense layer's as [in, out].
  [
    { layer: 6, part: 'kernel', along: [255, 9] },
    { tensor: 6, index: 255 * 10 + 9 },
  ],
  [
    { layer: 6, part: 'bias', along: [4] },
    { tensor: 7, index: 4 },
  ],
] as const)('%j is at %j', (coordinates, place) => {
  expect(placeOf(lenet, coordinates)).toEqual(place);
  expect(coordinatesOf(lenet, place)).toEqual(coordinates);
});

test('a place and its coordinates tell the same, in any model', () => {
  fc.assert(
    fc.property(generatedModel, fc.nat(), fc.nat(), (spec, tensorSeed, indexSeed) => {
      const plan = planModel(spec);
      const tensor = tensorSeed % plan.weightShapes.length;
      const size = plan.weightShapes[tensor].reduce((product, side) => product * side, 1);
      const place = { tensor, index: indexSeed % size };
      const coordinates = coordinatesOf(plan, place);
      expect(axesOf(plan, coordinates)).toEqual(plan.weightShapes[tensor]);
      expect(layersWithWeights(plan)).toContain(coordinates.layer);
      expect(placeOf(plan, coordinates)).toEqual(place);
    }),
  );
});

test('what is outside is taken to the nearest', () => {
  expect(placeOf(lenet, { layer: 6, part: 'kernel', along: [999, -1] })).toEqual({ tensor: 6, index: 2550 });
  expect(coordinatesOf(lenet, { tensor: 99, index: 99 })).toEqual({ layer: 6, part: 'bias', along: [9] });
});

test.each([
  ['article', { layer: 0, part: 'kernel', along: [1, 1, 0, 16] }],
  ['lenet', { layer: 0, part: 'kernel', along: [2, 2, 0, 12] }],
  // The pixel in row 14, column 14 of 28 × 28.
  ['softmax', { layer: 1, part: 'kernel', along: [14 * 28 + 14, 5] }],
] as const)('%s: the usual weight is in the middle of the first kernel', (preset, coordinates) => {
  const plan = planModel(presets[preset]);
  expect(coordinatesOf(plan, usualPlace(plan))).toEqual(coordinates);
});

test('each layer has a usual weight', () => {
  expect(coordinatesOf(lenet, usualPlace(lenet, 6))).toEqual({ layer: 6, part: 'kernel', along: [136, 5] });
});
