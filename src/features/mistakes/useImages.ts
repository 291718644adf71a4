import { useEffect, useState } from 'react';
import { DIGIT_SIDE } from '../../data/digitSide';
import type { ProblemData } from '../../lib/problem';
import { problemData } from '../../lib/problem';
import { useActions } from '../../store/hooks';
import type { Judged } from './judged';

const IMAGE_BYTES = DIGIT_SIDE ** 2;

/**
 * The pixels of some images of a set, 784 bytes each; null until they are there.
 *
 * @param images their places in the set; the same array as long as they are the same
 */
export function useImages(
  { set, firstNumber }: Pick<Judged, 'set' | 'firstNumber'>,
  images: Uint32Array,
): { pixels: readonly Uint8Array[] | null; problem: ProblemData | null } {
  const { ask } = useActions();
  const [answer, setAnswer] = useState<{
    images: Uint32Array;
    pixels: readonly Uint8Array[] | null;
    problem: ProblemData | null;
  } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const numbers = images.map((image) => firstNumber + image);
    ask('images', { from: set === 'test' ? 'test' : 'training', numbers }).then(
      (bytes) => {
        const pixels = Array.from(images, (_, place) =>
          bytes.subarray(IMAGE_BYTES * place, IMAGE_BYTES * (place + 1)),
        );
        if (isCurrent) setAnswer({ images, pixels, problem: null });
      },
      (error: unknown) => {
        if (isCurrent) setAnswer({ images, pixels: null, problem: problemData(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, set, firstNumber, images]);

  return answer?.images === images ? answer : { pixels: null, problem: null };
}
