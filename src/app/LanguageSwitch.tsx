import { useActions, useApp } from '../store/hooks';
import type { Language } from '../store/shareLink';
import { Button } from '../ui/Button';

/** What the switch offers in each language: the other one, by its own name. */
const otherLanguage = {
  en: { language: 'zh-CN', name: '中文' },
  'zh-CN': { language: 'en', name: 'English' },
} as const satisfies Record<Language, { language: Language; name: string }>;

export function LanguageSwitch() {
  const { changeLanguage } = useActions();
  const other = otherLanguage[useApp((state) => state.language)];
  return (
    <Button look="quiet" lang={other.language} onClick={() => changeLanguage(other.language)}>
      {other.name}
    </Button>
  );
}
