import { useId } from 'react';
import styles from './StepSlider.module.css';

interface StepSliderProps {
  label: string;
  /** A whole number, 0 … `max`. */
  value: number;
  max: number;
  /** What the value stands for; seen beside the slider, and said by assistive technology. */
  text: string;
  onChange: (value: number) => void;
}

/** One of many places in a row. */
export function StepSlider({ label, value, max, text, onChange }: StepSliderProps) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={max}
        step={1}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output htmlFor={id} aria-live="off">
        {text}
      </output>
    </div>
  );
}
