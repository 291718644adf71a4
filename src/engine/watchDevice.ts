import { delay } from '../lib/delay';
import { Problem } from '../lib/problem';

/** When something fails because the device was lost, the loss itself is known this much later at most (ms). */
const LOSS_DELAY_MS = 500;

/** Knows when a graphics device is gone. */
export interface DeviceWatch {
  /** @throws Problem `deviceLost` where the device is known to be gone, and whatever else is known to be wrong with it. */
  check(): void;
  /**
   * Does what needs the device. @throws Problem `deviceLost` where that is lost on the way: the work itself would go on with
   * garbage, wait for ever, or throw whatever it stumbles over.
   */
  use<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** @param lost resolves with the reason when the device has been lost, which may be a little later than it shows */
export function watchDevice(lost: Promise<string>, check: () => void): DeviceWatch {
  const loss = lost.then((detail) => new Problem('deviceLost', { detail }));
  const rejection = loss.then((problem): never => {
    throw problem;
  });
  // Whoever uses the device is told.
  rejection.catch(() => undefined);

  return {
    check,
    async use(work) {
      try {
        check();
        const result = await Promise.race([work(), rejection]);
        check();
        return result;
      } catch (error) {
        throw await Promise.race([loss, delay(LOSS_DELAY_MS).then(() => error)]);
      }
    },
  };
}
