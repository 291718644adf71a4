import { fill } from '../../lib/fill';
import { formatCompact, formatCount } from '../../lib/formatCount';
import { planModel } from '../../model/plan';
import type { ModelSpec } from '../../model/spec';
import { useWords } from '../../words/words';

/** Parameters of a model, and operations for one image. */
export function ModelCosts({ spec }: { spec: ModelSpec }) {
  const { parameters, flops } = useWords().settings;
  const plan = planModel(spec);
  return (
    <>
      {fill(parameters, { count: formatCount(plan.parameterCount) })} ·{' '}
      {fill(flops, { count: formatCompact(plan.forwardFlops) })}
    </>
  );
}
