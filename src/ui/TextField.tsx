import { useId } from 'react';
import styles from './Field.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  hint?: string | undefined;
  error?: string | undefined;
  inputMode?: 'numeric' | 'decimal';
  disabled?: boolean;
  onChange: (value: string) => void;
}

/** A labelled line of text. An error takes the hint's place and is announced with the field. */
export function TextField({ label, value, hint, error, inputMode, disabled, onChange }: TextFieldProps) {
  const id = useId();
  const noteId = useId();
  const note = error ?? hint;
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
        aria-describedby={note === undefined ? undefined : noteId}
        onChange={(event) => onChange(event.target.value)}
      />
      {note !== undefined && (
        <span id={noteId} className={error === undefined ? styles.hint : styles.error}>
          {note}
        </span>
      )}
    </div>
  );
}
