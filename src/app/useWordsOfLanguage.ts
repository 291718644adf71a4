import { useEffect, useState } from 'react';
import { useApp } from '../store/hooks';
import type { Words } from '../words/words';
import { loadWords } from '../words/words';

/** The words of the visitor's language; until they have arrived, those shown before. */
export function useWordsOfLanguage(firstWords: Words): Words {
  const language = useApp((state) => state.language);
  const [words, setWords] = useState(firstWords);

  useEffect(() => {
    let isWanted = true;
    void loadWords(language).then((loaded) => {
      if (!isWanted) return;
      setWords(loaded);
      document.documentElement.lang = language;
    });
    return () => {
      isWanted = false;
    };
  }, [language]);

  return words;
}
