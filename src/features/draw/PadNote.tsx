import { isMnistFraming, mnistFraming } from '../../data/framing';
import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import styles from './MorePadTools.module.css';
import type { PictureState } from './usePictures';

/** Two lines under the tools: what became of a picture, or that what the network is given is not what it should be. */
export function PadNote({ picture }: { picture: PictureState }) {
  const words = useLaterWords().pad;
  const framing = useApp((state) => state.pad.framing);
  const { edit } = useActions();

  if (picture === 'idle' && !isMnistFraming(framing)) {
    return (
      <p className={styles.note} aria-live="polite">
        {words.stepOff}{' '}
        <Button look="link" onClick={() => edit({ type: 'choose', framing: mnistFraming })}>
          {words.putBack}
        </Button>
      </p>
    );
  }
  const isProblem = picture !== 'idle' && picture !== 'reading';
  return (
    <p className={`${styles.note} ${isProblem ? styles.problem : ''}`} aria-live="polite">
      {words.pictures[picture]}
    </p>
  );
}
