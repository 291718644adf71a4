import type { Random, RandomState } from '../lib/random';
import { epochOrder } from './epochOrder';

/** The order of every epoch, drawn one after the other from one generator. */
export interface EpochOrders {
  /** Each image of the epoch once. Epochs come in order; the newest can be asked for again. */
  order(epoch: number): Uint32Array;
  /** The generator as it was before it drew an epoch's order, for any epoch from the first on to the next one to be drawn. */
  randomBefore(epoch: number): RandomState;
}

/** Begins with epoch `firstEpoch`, whose order `random` draws next. */
export function createEpochOrders(imageCount: number, random: Random, firstEpoch = 0): EpochOrders {
  const statesBefore = [random.state()];
  let newest: Uint32Array | null = null;

  return {
    order(epoch) {
      const drawn = firstEpoch + statesBefore.length - 1;
      if (epoch === drawn) {
        newest = epochOrder(epoch, imageCount, random);
        statesBefore.push(random.state());
      } else if (epoch !== drawn - 1) {
        throw new RangeError(`epoch ${epoch} was asked for after ${drawn} were drawn`);
      }
      return newest!;
    },
    randomBefore: (epoch) => statesBefore[epoch - firstEpoch],
  };
}
