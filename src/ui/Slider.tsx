import { useId } from 'react';
import styles from './Toolbar.module.css';

interface SliderProps {
  label: string;
  /** From 0 to `max`, in hundredths. */
  value: number;
  max: number;
  onChange: (value: number) => void;
}

/** A number that is felt rather than typed; part of a toolbar. */
export function Slider({ label, value, max, onChange }: SliderProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.slider}
        type="range"
        min={0}
        max={max}
        step={0.01}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output htmlFor={id} className={styles.figure} aria-live="off">
        {value.toFixed(2)}
      </output>
    </>
  );
}
