import { useId } from 'react';
import styles from './Field.module.css';

interface SelectFieldProps<Value extends string | number> {
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  disabled?: boolean;
  onChange: (value: Value) => void;
}

export function SelectField<Value extends string | number>({
  label,
  value,
  options,
  disabled,
  onChange,
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.control}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(options[event.target.selectedIndex].value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
