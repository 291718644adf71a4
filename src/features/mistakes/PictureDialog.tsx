import { flushSync } from 'react-dom';
import { DIGIT_SIDE } from '../../data/digitSide';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatPercent } from '../../lib/formatPercent';
import { probabilitiesOf } from '../../scores/readings';
import { useActions } from '../../store/hooks';
import type { PadEdit } from '../../store/padState';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InkCanvas } from '../../ui/InkCanvas';
import { ShareBars } from '../../ui/ShareBars';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './PictureDialog.module.css';
import { goToPad } from './goToPad';
import type { Judged } from './judged';

interface PictureDialogProps {
  judged: Judged;
  /** Its place in the set. */
  image: number;
  /** Its 784 pixels. */
  digit: Uint8Array;
  onClose: () => void;
}

/** One image, large, with all that was read in it, and what can be done with it on the pad. */
export function PictureDialog({ judged, image, digit, onClose }: PictureDialogProps) {
  const { app, draw } = useWords();
  const words = useLaterWords().mistakes.picture;
  const { edit } = useActions();
  const { set, firstNumber, guesses, labels } = judged;
  const shown = labels[image];
  const read = guesses.digits[image];

  function onPad(change: PadEdit) {
    edit(change);
    // A dialog gives the focus back when it closes; only then can it go elsewhere.
    flushSync(onClose);
    goToPad(draw.pad);
  }

  return (
    <Dialog
      title={fill(words.names[set], { number: formatCount(firstNumber + image) })}
      closeLabel={app.close}
      onClose={onClose}
    >
      <p>
        {fill(shown === read ? words.sentenceRight : words.sentenceWrong, {
          shown,
          read,
          percent: formatPercent(guesses.confidences[image]),
        })}
      </p>
      <div className={styles.reading}>
        <InkCanvas
          ink={digit}
          side={DIGIT_SIDE}
          className={styles.pixels}
          label={fill(words.image, { shown })}
        />
        <ShareBars
          label={draw.meters}
          shares={probabilitiesOf(judged.probabilities, image)}
          strongest={read}
          format={formatPercent}
        />
      </div>
      <div className={styles.action}>
        <Button look="primary" onClick={() => onPad({ type: 'guide', digit })}>
          {words.draw}
        </Button>
        <p>{words.drawMeaning}</p>
      </div>
      <div className={styles.action}>
        <Button onClick={() => onPad({ type: 'replace', drawing: drawingOf(digit) })}>{words.put}</Button>
        <p>{words.putMeaning}</p>
      </div>
      <p className={styles.note}>{words.numbered}</p>
    </Dialog>
  );
}

/** The very pixels, on the pad. */
function drawingOf(digit: Uint8Array) {
  return { picture: { side: DIGIT_SIDE, ink: digit, isFramed: true }, strokes: [] };
}
