import { useState } from 'react';
import { fill } from '../../lib/fill';
import { parseNumber } from '../../lib/parseNumber';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../words/words';

interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

/** A whole number that takes effect while it is typed, as long as it is a good one. */
export function NumberField({ label, value, min, max, onChange }: NumberFieldProps) {
  const words = useWords().settings;
  /** What has been typed, over which value: when that changes from elsewhere the text is out of date. */
  const [draft, setDraft] = useState<{ text: string; value: number } | null>(null);

  const current = draft?.value === value ? draft : null;
  const isGood = (number: number) => Number.isInteger(number) && number >= min && number <= max;
  const isBad = current !== null && current.text !== '' && !isGood(parseNumber(current.text));

  function type(text: string) {
    const number = parseNumber(text);
    setDraft({ text, value: isGood(number) ? number : value });
    if (isGood(number)) onChange(number);
  }

  return (
    <TextField
      label={label}
      value={current?.text ?? String(value)}
      inputMode="numeric"
      error={isBad ? fill(words.needsWhole, { min, max, used: value }) : undefined}
      onChange={type}
      onBlur={() => setDraft(null)}
    />
  );
}
