import { expect, test } from 'vitest';
import type { Question } from '../explain/explain';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import { createExplainer } from './explainer';

const weights = async () => ({
  preset: 'article' as const,
  step: 7,
  weights: initialWeights(planModel(presets.article), createRandom(1)),
});
const question = (kind: Question['kind'], ink = 90): Question => ({
  kind,
  digit: new Uint8Array(784).fill(ink),
  target: null,
  rival: null,
});

test('says what was asked, and of which step the weights were', async () => {
  const explain = createExplainer();
  const answer = await explain(weights, { ...question('contributions'), target: 4 });
  expect(answer).toMatchObject({ step: 7, pair: { target: 4 }, body: { kind: 'contributions' } });
  expect(answer!.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
  expect(await explain(async () => null, question('gradient'))).toBeNull();
});

test('the newest question wins, and others are heard between the pieces', async () => {
  const explain = createExplainer();
  let tasks = 0;
  const timer = setInterval(() => tasks++, 0);
  const long = explain(weights, question('occlusion'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(tasks).toBeGreaterThan(1);
  const short = explain(weights, question('gradient'));
  expect(await long).toBeNull();
  expect((await short)!.body.kind).toBe('gradient');
  clearInterval(timer);
});
