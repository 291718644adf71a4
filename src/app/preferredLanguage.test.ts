import { expect, it } from 'vitest';
import { preferredLanguage } from './preferredLanguage';

it.each([
  [['zh-TW', 'en'], 'zh-CN'],
  [['de-DE', 'zh-Hans-CN', 'en'], 'zh-CN'],
  [['en-GB', 'zh'], 'en'],
  [['de'], 'en'],
  [[], 'en'],
])('%j is shown %s', (tags, language) => {
  expect(preferredLanguage(tags)).toBe(language);
});
