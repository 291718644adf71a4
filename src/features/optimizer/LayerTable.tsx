import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import type { ModelPlan } from '../../model/plan';
import type { StepInspection } from '../../training/inspectStep';
import { layersWithWeights } from '../../training/weightPlace';
import { useLaterWords } from '../../words/laterWords';
import styles from './LayerTable.module.css';
import { layerName } from './layerName';
import { numberText } from './writtenNumber';

/** How large each layer's weights, gradient and update are, and the update beside the weights. */
export function LayerTable({ plan, inspection }: { plan: ModelPlan; inspection: StepInspection | null }) {
  const words = useLaterWords().optimizer;
  return (
    <div className={styles.layers}>
      <table className={styles.table}>
        <caption>
          {inspection
            ? fill(words.layersOfStep, { step: formatCount(inspection.step + 1) })
            : words.layersEmpty}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.layer}</th>
            {[words.weightNorm, words.gradientNorm, words.updateNorm, words.ratio].map((heading) => (
              <th key={heading} scope="col" className={styles.number}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layersWithWeights(plan).map((layer) => {
            const found = inspection?.layers.find((each) => each.layer === layer);
            const numbers = found
              ? [found.weightNorm, found.gradientNorm, found.updateNorm, found.updateNorm / found.weightNorm]
              : [null, null, null, null];
            return (
              <tr key={layer}>
                <th scope="row">{layerName(words, plan, layer)}</th>
                {numbers.map((number, i) => (
                  <td key={i} className={styles.number}>
                    {number === null ? '–' : numberText(number)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>{words.norms}</p>
      <p className={styles.note}>{words.ruleOfThumb}</p>
    </div>
  );
}
