import { useState } from 'react';
import { DIGIT_SIDE } from '../../data/digitSide';
import { fill } from '../../lib/fill';
import { formatPercent } from '../../lib/formatPercent';
import { InkCanvas } from '../../ui/InkCanvas';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { PictureDialog } from './PictureDialog';
import styles from './Pictures.module.css';
import type { Judged } from './judged';
import { useImages } from './useImages';

interface PicturesProps {
  judged: Judged;
  /** Places in the set; the same array as long as they are the same. */
  images: Uint32Array;
  label: string;
}

const paper = new Uint8Array(DIGIT_SIDE ** 2);

/** Images with what they show and what was read; each can be looked at more closely. */
export function Pictures({ judged, images, label }: PicturesProps) {
  const laterWords = useLaterWords();
  const words = laterWords.mistakes.picture;
  const { pixels, problem } = useImages(judged, images);
  /** Its place among `images`; null while none is open. */
  const [opened, setOpened] = useState<number | null>(null);
  const { labels, guesses } = judged;

  if (problem) return <p role="alert">{problemSentence(laterWords, problem)}</p>;
  return (
    <>
      <ul className={styles.pictures} aria-label={label}>
        {Array.from(images, (image, place) => (
          <li key={image}>
            <button
              type="button"
              className={styles.picture}
              aria-haspopup="dialog"
              aria-disabled={pixels ? undefined : true}
              onClick={() => setOpened(pixels && place)}
            >
              <InkCanvas ink={pixels?.[place] ?? paper} side={DIGIT_SIDE} className={styles.pixels} />
              <span>
                {fill(words.read, {
                  read: guesses.digits[image],
                  percent: formatPercent(guesses.confidences[image]),
                })}
                <span className="visuallyHidden">, </span>
              </span>
              <span>{fill(words.shown, { shown: labels[image] })}</span>
            </button>
          </li>
        ))}
      </ul>
      {pixels && opened !== null && (
        <PictureDialog
          judged={judged}
          image={images[opened]}
          digit={pixels[opened]}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
