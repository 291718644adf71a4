import { useState } from 'react';
import { fill } from '../../lib/fill';
import { parseNumber } from '../../lib/parseNumber';
import { useActions } from '../../store/hooks';
import type { NumericSetting, TrainingConfig } from '../../training/config';
import { boundsOf, isWithinBounds } from '../../training/config';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../words/words';

interface NumberSettingProps {
  setting: NumericSetting;
  config: TrainingConfig;
  locked: boolean;
}

/** What has been typed, over which value. When that value changes from elsewhere the text is out of date. */
interface Draft {
  readonly text: string;
  readonly value: number;
  /** The field has been left: only then is a half-typed number a mistake. */
  readonly isComplete: boolean;
}

/** A number that takes effect while it is typed, as long as it is a good one. */
export function NumberSetting({ setting, config, locked }: NumberSettingProps) {
  const words = useWords().settings;
  const { changeConfig } = useActions();
  const [draft, setDraft] = useState<Draft | null>(null);

  const value = config[setting];
  const current = !locked && draft?.value === value ? draft : null;
  const bounds = boundsOf(setting, config);
  const { min, max, whole } = bounds;
  const isBad = current !== null && !isWithinBounds(setting, parseNumber(current.text), bounds);

  function type(text: string) {
    const number = parseNumber(text);
    const isGood = isWithinBounds(setting, number, bounds);
    setDraft({ text, value: isGood ? number : value, isComplete: current?.isComplete ?? false });
    if (isGood) changeConfig({ [setting]: number });
  }

  return (
    <TextField
      label={words[setting]}
      value={current?.text ?? String(value)}
      inputMode={whole ? 'numeric' : 'decimal'}
      disabled={locked}
      error={
        isBad && current.isComplete
          ? fill(whole ? words.needsWhole : words.needsNumber, { min, max, used: value })
          : undefined
      }
      onChange={type}
      onBlur={() => setDraft(isBad ? { ...current, isComplete: true } : null)}
    />
  );
}
