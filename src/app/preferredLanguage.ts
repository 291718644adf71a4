import type { Language } from '../store/shareLink';

/** The first of the browser's languages that the page speaks; every Chinese one counts as simplified Chinese. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}
