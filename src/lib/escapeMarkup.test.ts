import { expect, test } from 'vitest';
import { escapeMarkup } from './escapeMarkup';

test.each([
  ['plain 数字 😀', 'plain 数字 😀'],
  [`<a href="x" title='y'>&amp;`, '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;'],
  ['two\nlines\tand\u0000 \u001bcontrol \ufffe\ud800characters', 'two\nlines\tand control characters'],
])('%j', (text, escaped) => {
  expect(escapeMarkup(text)).toBe(escaped);
});
