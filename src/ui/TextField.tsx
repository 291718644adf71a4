import { useId } from 'react';
import styles from './Field.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  error?: string | undefined;
  inputMode?: 'numeric' | 'decimal';
  disabled?: boolean;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  onEnter?: () => void;
}

/** A labelled line of text. An error is announced with the field. */
export function TextField({
  label,
  value,
  error,
  inputMode,
  disabled,
  onChange,
  onBlur,
  onEnter,
}: TextFieldProps) {
  const id = useId();
  const errorId = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.control}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        value={value}
        disabled={disabled}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : errorId}
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter?.();
        }}
      />
      {error !== undefined && (
        <span id={errorId} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
