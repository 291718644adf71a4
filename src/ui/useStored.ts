import { useState } from 'react';

/** The stored choice, or the first of `choices` where there is none, or none that can be used. */
export function readStored<Choice extends string>(
  key: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  try {
    const stored = localStorage.getItem(key);
    return choices.find((choice) => choice === stored) ?? choices[0];
  } catch {
    // Storage may be forbidden; the page works without it.
    return choices[0];
  }
}

/** A choice that is remembered on this device. */
export function useStored<Choice extends string>(
  key: string,
  choices: readonly [Choice, ...Choice[]],
): [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState(() => readStored(key, choices));
  return [
    choice,
    (next) => {
      setChoice(next);
      try {
        localStorage.setItem(key, next);
      } catch {
        // As above: it is then remembered until the page is closed.
      }
    },
  ];
}
