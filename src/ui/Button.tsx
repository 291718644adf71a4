import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'> {
  /** `primary`: the one thing to do next. `quiet`: no frame until it is pointed at. `link`: part of a sentence. */
  look?: 'primary' | 'plain' | 'quiet' | 'link';
  /** Out of use for now. It keeps the focus, which the native attribute would throw away. */
  inactive?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', inactive = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${styles.button} ${styles[look]}`}
      aria-disabled={inactive || undefined}
      onClick={inactive ? undefined : onClick}
    />
  );
}
