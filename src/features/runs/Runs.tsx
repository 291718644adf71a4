import { useCallback } from 'react';
import { useApp, useLab } from '../../store/hooks';
import { isUnderWay } from '../../store/store';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { ExportMenu } from './ExportMenu';
import { OpenCheckpoint } from './OpenCheckpoint';
import { RunsPanel } from './RunsPanel';
import type { RunFormat } from './exportRun';
import { exportRun } from './exportRun';
import type { StoredRun } from './storedRun';

const formats: readonly RunFormat[] = ['report', 'csv', 'json', 'checkpoint'];

/** Every run that is kept, and its files. */
export function Runs() {
  const lab = useLab((state) => state);
  const config = useApp((state) => state.config);
  const language = useApp((state) => state.language);
  const isIdle = useApp(({ run }) => !isUnderWay(run));
  const words = useWords();
  const { export: exported, curves } = useLaterWords();

  const renderExport = useCallback(
    (run: StoredRun) => (
      <ExportMenu
        available={formats}
        onExport={(format) => {
          const { report } = exported;
          exportRun(run, format, lab, { language, words: { ...words, report, curves } }).catch(
            lab.reportProblem,
          );
        }}
      />
    ),
    [language, words, exported, curves, lab],
  );

  return (
    <>
      <RunsPanel
        lab={lab}
        actions={lab}
        config={config}
        language={language}
        isIdle={isIdle}
        renderExport={renderExport}
      />
      <OpenCheckpoint />
    </>
  );
}
