import styles from './Toolbar.module.css';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  /** Of those values that are offered. */
  labels: Readonly<Partial<Record<Value, string>>>;
  disabled?: boolean;
  onChange: (value: Value) => void;
}

/** One of a few; part of a toolbar. */
export function Choice<Value extends string>({
  label,
  value,
  labels,
  disabled,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <label className={styles.choice}>
      {label}
      {/* The keys of `labels` are values. */}
      <select value={value} disabled={disabled} onChange={(event) => onChange(event.target.value as Value)}>
        {(Object.keys(labels) as Value[]).map((name) => (
          <option key={name} value={name}>
            {labels[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
