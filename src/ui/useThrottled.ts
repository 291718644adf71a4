import { useEffect, useRef, useState } from 'react';

/** A value that changes at most once in `intervalMs`; the last of many changes always arrives. */
export function useThrottled<Value>(value: Value, intervalMs: number): Value {
  const [shown, setShown] = useState(value);
  const shownAt = useRef(-Infinity);

  useEffect(() => {
    const waitMs = Math.max(0, shownAt.current + intervalMs - performance.now());
    const timer = setTimeout(() => {
      shownAt.current = performance.now();
      setShown(value);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [value, intervalMs]);

  return shown;
}
