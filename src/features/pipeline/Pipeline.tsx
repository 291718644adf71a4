import { useMemo } from 'react';
import { frameDrawing } from '../../data/digitFromDrawing';
import { isMnistFraming, mnistFraming } from '../../data/framing';
import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useThrottled } from '../../ui/useThrottled';
import { useLaterWords } from '../../words/laterWords';
import { Likeness } from './Likeness';
import { NowReads } from './NowReads';
import styles from './Pipeline.module.css';
import { Step } from './Step';
import { stepPictures } from './stepPictures';

/** Of a drawing that goes on the steps are shown no more often than this (ms). */
const DRAWING_INTERVAL_MS = 200;

/** The steps from a drawing to what the network is given; each can be left out, to see what it is good for. */
export function Pipeline() {
  const words = useLaterWords().pipeline;
  const { drawing: newest, framing } = useApp((state) => state.pad);
  const drawing = useThrottled(newest, DRAWING_INTERVAL_MS);
  const digit = useApp((state) => state.digit);
  const { edit } = useActions();
  const pictures = useMemo(() => {
    const framed = frameDrawing(drawing, framing);
    return framed && digit && stepPictures(framed, framing, digit);
  }, [drawing, framing, digit]);

  return (
    <div className={styles.pipeline}>
      <p>{drawing.picture?.isFramed ? words.framed : pictures ? words.about : words.empty}</p>
      <ol className={styles.steps}>
        {(['crops', 'fits', 'centres', 'greys'] as const).map((name) => (
          <Step
            key={name}
            words={words.steps[name]}
            picture={pictures?.[name] ?? null}
            isOn={framing[name]}
            onSwitch={(isOn) => edit({ type: 'choose', framing: { ...framing, [name]: isOn } })}
          />
        ))}
      </ol>
      <div className={styles.outcome}>
        <NowReads />
        <Button
          inactive={isMnistFraming(framing)}
          onClick={() => edit({ type: 'choose', framing: mnistFraming })}
        >
          {words.putBack}
        </Button>
      </div>
      <Likeness />
    </div>
  );
}
