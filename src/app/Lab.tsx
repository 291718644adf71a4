import { Suspense, lazy, useState } from 'react';
import { Optimizer } from '../features/optimizer/Optimizer';
import { OptimizerTitle } from '../features/optimizer/OptimizerTitle';
import { Runs } from '../features/runs/Runs';
import { StorageNote } from '../features/storage/StorageNote';
import { Timeline } from '../features/timeline/Timeline';
import { UnfinishedRun } from '../features/unfinished/UnfinishedRun';
import { useApp } from '../store/hooks';
import { Tabs } from '../ui/Tabs';
import { useLaterWords } from '../words/laterWords';

const Mistakes = lazy(async () => ({ default: (await import('../features/mistakes/Mistakes')).Mistakes }));
const Pipeline = lazy(async () => ({ default: (await import('../features/pipeline/Pipeline')).Pipeline }));

const Explain = lazy(async () => ({ default: (await import('../features/explain/Explain')).Explain }));

const panels = {
  timeline: Timeline,
  explain: Explain,
  mistakes: Mistakes,
  runs: Runs,
  optimizer: Optimizer,
  pipeline: Pipeline,
};
const names = Object.keys(panels) as (keyof typeof panels)[];

/** The run's past, other runs, and what the optimizer does, one at a time. */
export function Lab() {
  const { lab: words } = useLaterWords();
  const isOpen = useApp((state) => state.lab !== null);
  const [chosen, setChosen] = useState<keyof typeof panels>('timeline');
  if (!isOpen) return null;
  const Panel = panels[chosen];
  return (
    <section aria-label={words.label}>
      <UnfinishedRun />
      <StorageNote />
      <Tabs
        label={words.label}
        tabs={names.map((name) => ({
          name,
          title: name === 'optimizer' ? <OptimizerTitle /> : words.tabs[name],
        }))}
        chosen={chosen}
        onChoose={setChosen}
      >
        <Suspense>
          <Panel />
        </Suspense>
      </Tabs>
    </section>
  );
}
