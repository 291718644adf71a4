import { LARGEST_SMOOTHING } from '../../curves/largestSmoothing';
import { Choice } from '../../ui/Choice';
import { Slider } from '../../ui/Slider';
import { Toolbar } from '../../ui/Toolbar';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import type { OverlayOptions } from './overlay';

interface OverlayToolbarProps {
  options: OverlayOptions;
  /** Whether it is known of any run what computed it. */
  offersEnergy: boolean;
  onChange: (options: OverlayOptions) => void;
}

/** How the compared runs are drawn. */
export function OverlayToolbar({ options, offersEnergy, onChange }: OverlayToolbarProps) {
  const { charts } = useWords();
  const { compare } = useLaterWords().runs;
  const { measure, along, scale, smoothing } = options;
  return (
    <Toolbar>
      <Slider
        label={charts.smoothing}
        max={LARGEST_SMOOTHING}
        value={smoothing}
        onChange={(value) => onChange({ ...options, smoothing: value })}
      />
      <Choice
        label={compare.measure}
        value={measure}
        labels={{ losses: charts.loss, accuracies: charts.accuracy, errors: compare.errors }}
        onChange={(value) => onChange({ ...options, measure: value })}
      />
      <Choice
        label={compare.axis}
        value={measure === 'accuracies' ? 'linear' : scale}
        labels={{ linear: charts.linear, log: charts.log }}
        // Its whole range is shown, 0 to 100 %; what a logarithm would show are the wrong answers.
        disabled={measure === 'accuracies'}
        onChange={(value) => onChange({ ...options, scale: value })}
      />
      <Choice
        label={charts.horizontal}
        value={along}
        labels={{
          step: charts.step,
          epoch: charts.epoch,
          time: charts.time,
          flops: charts.flops,
          ...(offersEnergy && { energy: charts.energy }),
        }}
        onChange={(value) => onChange({ ...options, along: value })}
      />
    </Toolbar>
  );
}
