import { useId } from 'react';
import { useWords } from '../../words/words';
import styles from './ChartToolbar.module.css';
import type { ChartOptions } from './chartOptions';
import { LARGEST_SMOOTHING } from './chartOptions';

interface ChartToolbarProps {
  options: ChartOptions;
  onChange: (options: ChartOptions) => void;
}

/** How both charts are drawn. */
export function ChartToolbar({ options, onChange }: ChartToolbarProps) {
  const words = useWords().charts;
  const smoothingId = useId();
  return (
    <div className={styles.toolbar}>
      <label htmlFor={smoothingId}>{words.smoothing}</label>
      <input
        id={smoothingId}
        className={styles.slider}
        type="range"
        min={0}
        max={LARGEST_SMOOTHING}
        step={0.01}
        value={options.smoothing}
        onChange={(event) => onChange({ ...options, smoothing: event.target.valueAsNumber })}
      />
      <output htmlFor={smoothingId} className={styles.figure} aria-live="off">
        {options.smoothing.toFixed(2)}
      </output>
      <Choice
        label={words.lossAxis}
        value={options.lossScale}
        labels={{ linear: words.linear, log: words.log }}
        onChange={(lossScale) => onChange({ ...options, lossScale })}
      />
      <Choice
        label={words.horizontal}
        value={options.along}
        labels={{ step: words.step, epoch: words.epoch, time: words.time }}
        onChange={(along) => onChange({ ...options, along })}
      />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  labels: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, labels, onChange }: ChoiceProps<Value>) {
  return (
    <label className={styles.choice}>
      {label}
      {/* The keys of `labels` are all the values there are. */}
      <select value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {(Object.keys(labels) as Value[]).map((name) => (
          <option key={name} value={name}>
            {labels[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
