import { memo } from 'react';
import { LARGEST_SMOOTHING } from '../../curves/largestSmoothing';
import { Choice } from '../../ui/Choice';
import { Slider } from '../../ui/Slider';
import { Toolbar } from '../../ui/Toolbar';
import { useWords } from '../../words/words';
import type { ChartOptions } from './chartOptions';

interface ChartToolbarProps {
  options: ChartOptions;
  onChange: (options: ChartOptions) => void;
}

/** How the charts are drawn. */
export const ChartToolbar = memo(function ChartToolbar({ options, onChange }: ChartToolbarProps) {
  const words = useWords().charts;
  return (
    <Toolbar>
      <Slider
        label={words.smoothing}
        max={LARGEST_SMOOTHING}
        value={options.smoothing}
        onChange={(smoothing) => onChange({ ...options, smoothing })}
      />
      <Choice
        label={words.lossAxis}
        value={options.lossScale}
        labels={{ linear: words.linear, log: words.log }}
        onChange={(lossScale) => onChange({ ...options, lossScale })}
      />
      <Choice
        label={words.horizontal}
        value={options.along}
        labels={{
          step: words.step,
          epoch: words.epoch,
          time: words.time,
          flops: words.flops,
          energy: words.energy,
        }}
        onChange={(along) => onChange({ ...options, along })}
      />
    </Toolbar>
  );
});
