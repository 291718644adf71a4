import { useEffect, useState } from 'react';
import { useActions, useApp } from '../store/hooks';
import type { Words } from '../words/words';
import { loadWords } from '../words/words';

/** The words of the visitor's language; until they have arrived, those shown before. */
export function useWordsOfLanguage(firstWords: Words): Words {
  const language = useApp((state) => state.language);
  const { changeLanguage } = useActions();
  const [words, setWords] = useState(firstWords);

  useEffect(() => {
    let isWanted = true;
    void loadWords(language).then((loaded) => {
      if (!isWanted) return;
      setWords(loaded.words);
      document.documentElement.lang = loaded.language;
      // The page's language is the one it speaks; a visitor may choose the other again.
      if (loaded.language !== language) changeLanguage(loaded.language);
    });
    return () => {
      isWanted = false;
    };
  }, [language, changeLanguage]);

  return words;
}
