import { useState } from 'react';
import { fill } from '../../lib/fill';
import { parseNumber } from '../../lib/parseNumber';
import { useActions } from '../../store/hooks';
import type { TrainingConfig } from '../../training/config';
import { configBounds, isWithinBounds } from '../../training/config';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../words/words';

/** The learning rate of the run under way. It takes effect when it has been typed, not while: half a number is another number. */
export function LiveRate({ config }: { config: TrainingConfig }) {
  const words = useWords().settings;
  const { changeRate } = useActions();
  const [text, setText] = useState<string | null>(null);
  const { min, max } = configBounds.learningRate;
  const used = config.rateChanges.at(-1)?.learningRate ?? config.learningRate;
  const typed = text === null ? used : parseNumber(text);
  const isBad = !isWithinBounds('learningRate', typed);

  function use() {
    if (isBad) return;
    if (typed !== used) changeRate(typed);
    setText(null);
  }

  return (
    <TextField
      label={words.learningRate}
      value={text ?? String(used)}
      inputMode="decimal"
      error={isBad ? fill(words.needsNumber, { min, max, used }) : undefined}
      onChange={setText}
      onEnter={use}
      onBlur={use}
    />
  );
}
