import { fill } from '../../lib/fill';
import type { ModelPlan } from '../../model/plan';
import type { WeightPlace } from '../../training/inspectStep';
import type { WeightCoordinates } from '../../training/weightPlace';
import { axesOf, coordinatesOf, layersWithWeights, placeOf, usualPlace } from '../../training/weightPlace';
import { SelectField } from '../../ui/SelectField';
import type { LaterWords } from '../../words/laterWords';
import { useLaterWords } from '../../words/laterWords';
import { KernelGrid } from './KernelGrid';
import { NumberField } from './NumberField';
import styles from './WeightPicker.module.css';
import { layerName } from './layerName';

interface WeightPickerProps {
  plan: ModelPlan;
  place: WeightPlace;
  onPick: (place: WeightPlace) => void;
}

/** Which weight is looked at: its layer, then where it is in there. */
export function WeightPicker({ plan, place, onPick }: WeightPickerProps) {
  const words = useLaterWords().optimizer;
  const coordinates = coordinatesOf(plan, place);
  const { layer, part, along } = coordinates;
  const axes = axesOf(plan, coordinates);
  const { weightShapes } = plan.layers[layer];
  const layers = layersWithWeights(plan);
  const isConvolution = weightShapes[0].length === 4;
  const last = along.length - 1;

  const pick = (next: WeightCoordinates) => onPick(placeOf(plan, next));
  const move = (changed: Readonly<Record<number, number>>) =>
    pick({ ...coordinates, along: along.map((at, axis) => changed[axis] ?? at) });

  /** To the kernel or bias of the same output. */
  function changePart(next: WeightCoordinates['part']) {
    const usual = coordinatesOf(plan, usualPlace(plan, layer)).along.slice(0, -1);
    pick({ layer, part: next, along: [...(next === 'kernel' ? usual : []), along[last]] });
  }

  return (
    <fieldset className={styles.picker}>
      <legend>{words.pick}</legend>
      <div className={styles.fields}>
        <SelectField
          label={words.layer}
          value={layer}
          options={layers.map((each) => ({ value: each, label: layerName(words, plan, each) }))}
          onChange={(next) => onPick(usualPlace(plan, next))}
        />
        {weightShapes.length > 1 && (
          <SelectField
            label={words.part}
            value={part}
            options={[
              { value: 'kernel', label: words.kernel },
              { value: 'bias', label: words.bias },
            ]}
            onChange={changePart}
          />
        )}
        {fieldsOf(words, coordinates, isConvolution, layer === layers.at(-1))
          .filter(({ axis }) => axes[axis] > 1)
          .map(({ axis, name, first }) => {
            const max = first + axes[axis] - 1;
            return (
              <NumberField
                key={`${String(layer)} ${part} ${String(axis)}`}
                label={fill(words.range, { name, min: first, max })}
                value={first + along[axis]}
                min={first}
                max={max}
                onChange={(value) => move({ [axis]: value - first })}
              />
            );
          })}
      </div>
      {isConvolution && part === 'kernel' && (
        <KernelGrid
          height={axes[0]}
          width={axes[1]}
          row={along[0]}
          column={along[1]}
          onPick={(row, column) => move({ 0: row, 1: column })}
        />
      )}
    </fieldset>
  );
}

interface Field {
  readonly axis: number;
  readonly name: string;
  /** What the first is called: people count from 1, but digits begin with 0. */
  readonly first: number;
}

/** The axes that are chosen by number. */
function fieldsOf(
  words: LaterWords['optimizer'],
  { part, along }: WeightCoordinates,
  isConvolution: boolean,
  isLast: boolean,
): Field[] {
  const last = along.length - 1;
  const inputs = isConvolution ? { axis: 2, name: words.channel } : { axis: 0, name: words.input };
  const output = isConvolution ? words.filter : isLast ? words.digit : words.output;
  return [
    ...(part === 'kernel' ? [{ ...inputs, first: 1 }] : []),
    { axis: last, name: output, first: isLast && !isConvolution ? 0 : 1 },
  ];
}
