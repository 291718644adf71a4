import type { ExplanationOfStep } from '../../store/useExplanation';
import { ChangeView } from './ChangeView';
import { ContributionsView } from './ContributionsView';
import { GradientView } from './GradientView';
import { IntegratedView } from './IntegratedView';
import { LayersView } from './LayersView';
import { OcclusionView } from './OcclusionView';

/** An answer, as its kind is shown. */
export function View({ explanation }: { explanation: ExplanationOfStep }) {
  const { body, digit, pair } = explanation;
  switch (body.kind) {
    case 'contributions':
      return <ContributionsView body={body} digit={digit} pair={pair} />;
    case 'gradient':
      return <GradientView body={body} digit={digit} pair={pair} />;
    case 'integrated':
      return <IntegratedView body={body} digit={digit} pair={pair} />;
    case 'occlusion':
      return <OcclusionView body={body} digit={digit} />;
    case 'change':
      return <ChangeView body={body} digit={digit} pair={pair} />;
    case 'layers':
      return <LayersView body={body} digit={digit} />;
  }
}
