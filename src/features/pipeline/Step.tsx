import { InkCanvas } from '../../ui/InkCanvas';
import type { LaterWords } from '../../words/laterWords';
import styles from './Pipeline.module.css';
import type { StepPicture } from './stepPictures';

interface StepProps {
  words: LaterWords['pipeline']['steps']['crops'];
  /** Null while there is nothing to show. */
  picture: StepPicture | null;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** One step: what comes of it, whether it is taken, and why. */
export function Step({ words, picture, isOn, onSwitch }: StepProps) {
  return (
    <li className={styles.step}>
      <label className={styles.switch}>
        <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
        {words.title}
      </label>
      <div className={styles.picture}>
        {picture && (
          <>
            <InkCanvas
              ink={picture.ink}
              side={picture.side}
              className={picture.isPixelated ? styles.pixels : styles.canvas}
              label={words.shows}
            />
            <Marks picture={picture} />
          </>
        )}
      </div>
      <p className={isOn ? styles.sentence : styles.sentenceOff}>{isOn ? words.on : words.off}</p>
    </li>
  );
}

/** The box that was cut out; where the middle is, and where the centre of mass. */
function Marks({ picture: { side, box, middle, mass } }: { picture: StepPicture }) {
  return (
    <svg className={styles.marks} viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      {box && <rect className={styles.frame} x={box.x} y={box.y} width={box.width} height={box.height} />}
      {middle && <path className={styles.cross} d={`M${middle.x} 0V${side}M0 ${middle.y}H${side}`} />}
      {mass && <circle className={styles.mass} cx={mass.x} cy={mass.y} r={side / 28} />}
    </svg>
  );
}
