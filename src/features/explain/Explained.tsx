import { useMemo } from 'react';
import { exactFor } from '../../explain/contributions';
import type { PresetName } from '../../model/presets';
import { presets } from '../../model/presets';
import { useApp } from '../../store/hooks';
import type { ExplainedWeights } from '../../store/useExplanation';
import { useExplanation } from '../../store/useExplanation';
import { Button } from '../../ui/Button';
import { useDelayed } from '../../ui/useDelayed';
import { useThrottled } from '../../ui/useThrottled';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { About } from './About';
import styles from './Explain.module.css';
import { PairFields } from './PairFields';
import { Reads } from './Reads';
import { View } from './View';
import type { Wish } from './wish';

interface ExplainedProps {
  preset: PresetName;
  /** Null as long as they are being made ready. */
  weights: ExplainedWeights | null;
  wish: Wish;
  onWish: (wish: Wish) => void;
}

/** While a stroke is drawn, so often at most is it asked about (ms). */
const DIGIT_INTERVAL_MS = 250;
/** An answer that comes sooner needs no announcement (ms). */
const PATIENCE_MS = 300;

/** The question about the drawing, and its answer. */
export function Explained({ preset, weights, wish, onWish }: ExplainedProps) {
  const laterWords = useLaterWords();
  const words = laterWords.explain;
  const digit = useThrottled(
    useApp((state) => state.digit),
    DIGIT_INTERVAL_MS,
  );
  const exact = exactFor(presets[preset]);
  const { kind, target, rival } = wish;
  const isAnswerable = kind !== 'contributions' || exact !== null;
  const question = useMemo(() => {
    if (!digit || !isAnswerable) return null;
    // What makes it the rival does not depend on what it is; of layers all is shown.
    const isOfPair = kind !== 'change' && kind !== 'layers';
    return { kind, digit, target: isOfPair ? target : null, rival: kind === 'layers' ? null : rival };
  }, [digit, isAnswerable, kind, target, rival]);
  const { explanation, problem, isCurrent } = useExplanation(weights, question);
  const isLate = useDelayed(question !== null && !isCurrent, PATIENCE_MS);

  if (!digit) return <p className={styles.muted}>{words.noDigit}</p>;
  if (!isAnswerable) {
    return (
      <div className={styles.notExact}>
        <p>{words.notExact}</p>
        <Button onClick={() => onWish({ ...wish, kind: 'integrated' })}>{words.showIntegrated}</Button>
      </div>
    );
  }
  const waiting = weights ? (kind === 'change' ? words.searching : words.working) : words.preparing;
  return (
    <>
      {kind !== 'layers' && <PairFields logits={explanation?.logits ?? null} wish={wish} onWish={onWish} />}
      {explanation && <Reads explanation={explanation} hasLead={kind !== 'layers' && kind !== 'change'} />}
      <About kind={kind} exact={exact} pair={explanation?.pair ?? null} />
      <p className={styles.waiting} role="status">
        {isLate && !isCurrent && waiting}
      </p>
      {isCurrent && problem && <p role="alert">{problemSentence(laterWords, problem)}</p>}
      {explanation?.body.kind === kind && (
        <div className={isCurrent ? undefined : styles.outdated} aria-busy={!isCurrent}>
          <View explanation={explanation} />
        </div>
      )}
    </>
  );
}
