import { fill } from '../../lib/fill';
import { useLaterWords } from '../../words/laterWords';
import { useNotices } from './useNotices';

/** The panel's name, and how much it has to say about the run. */
export function OptimizerTitle() {
  const { lab: words } = useLaterWords();
  const count = useNotices().length;
  const tab = words.tabs.optimizer;
  return count > 0 ? fill(words.notices, { tab, count }) : tab;
}
