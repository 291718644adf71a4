import { expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import { createEpochOrders } from './epochOrders';

const IMAGES = 6_000;

test('orders that begin in the middle are those of the whole', () => {
  const whole = createEpochOrders(IMAGES, createRandom(4));
  const orders = [0, 1, 2].map((epoch) => whole.order(epoch).slice());
  for (const epoch of [0, 1, 2]) {
    const later = createEpochOrders(IMAGES, createRandom(whole.randomBefore(epoch)), epoch);
    expect(later.order(epoch)).toEqual(orders[epoch]);
    expect(later.order(epoch)).toEqual(orders[epoch]);
  }
});

test('the state before an epoch that is not drawn yet is known', () => {
  const whole = createEpochOrders(IMAGES, createRandom(4));
  const first = whole.order(0).slice();
  const next = createEpochOrders(IMAGES, createRandom(whole.randomBefore(1)), 1);
  expect(next.order(1)).not.toEqual(first);
  expect(next.order(1)).toEqual(whole.order(1));
});

test('an epoch out of turn is a mistake', () => {
  const orders = createEpochOrders(IMAGES, createRandom(4));
  expect(() => orders.order(1)).toThrow(RangeError);
});
