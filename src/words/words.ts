import { createContext, useContext } from 'react';
import { en } from './en';

export type Same<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string ? string : Same<Table[Key]>;
};

/** The words of one language. */
export type Words = Same<typeof en>;

/** English is always there; another language is fetched by those who read it. */
const sources = {
  en: async () => en,
  'zh-CN': async () => (await import('./zhCN')).zhCN,
} as const satisfies Record<string, () => Promise<Words>>;

/** The words of a language, or English ones where the others cannot be had. */
export async function loadWords<Language extends keyof typeof sources>(
  language: Language,
): Promise<{ language: Language | 'en'; words: Words }> {
  try {
    return { language, words: await sources[language]() };
  } catch {
    return { language: 'en', words: en };
  }
}

export const WordsContext = createContext<Words>(en);

/** The page's words in the visitor's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}
