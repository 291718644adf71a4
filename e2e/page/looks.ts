/**
 * Each language and each colour scheme once, for views whose words and colours do not depend on each other; the page itself is
 * looked at in all four ways (layout.test.ts).
 */
export const looks = [
  { locale: 'en', colorScheme: 'light' },
  { locale: 'zh-CN', colorScheme: 'dark' },
] as const;
