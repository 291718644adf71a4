import { createContext, use, useContext } from 'react';
import { fill } from '../lib/fill';
import type { ProblemData } from '../lib/problem';
import type { en } from './later/en';
import type { Same } from './words';

/** The words of one language that come after the first paint. */
export type LaterWords = Same<typeof en>;

const sources = {
  en: async () => (await import('./later/en')).en,
  'zh-CN': async () => (await import('./later/zhCN')).zhCN,
} as const satisfies Record<string, () => Promise<LaterWords>>;

/** The later words of a language, or English ones where the others cannot be had. */
export function loadLaterWords(language: keyof typeof sources): Promise<LaterWords> {
  return sources[language]().catch(() => sources.en());
}

/** App provides it, and begins to load when the page is idle. */
export const LaterWordsContext = createContext<Promise<LaterWords> | null>(null);

/** The page's later words; suspends until they are there. */
export function useLaterWords(): LaterWords {
  const words = useContext(LaterWordsContext);
  if (!words) throw new Error('LaterWordsContext has no words: render inside <App/>');
  return use(words);
}

/** A problem as a sentence. */
export function problemSentence(words: LaterWords, problem: ProblemData): string {
  return fill(words.problems[problem.code], problem.values);
}
