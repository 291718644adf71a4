import { useEffect, useState } from 'react';

/** What a value was `delayMs` ago, if it changes less often than that. */
export function useDelayed<Value>(value: Value, delayMs: number): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setShown(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return shown;
}
