import { describe, expect, test } from 'vitest';
import { captioned } from './captioned';
import type { DrawnElement } from './svgMarkup';
import { paintProperties, svgMarkup } from './svgMarkup';

const style = Object.fromEntries(paintProperties.map((name) => [name, 'none'])) as DrawnElement['style'];
const line: DrawnElement = { tag: 'path', attributes: { d: 'M0 0h9' }, style, children: [] };
const chart: DrawnElement = { tag: 'svg', attributes: { viewBox: '0 0 1 1' }, style, children: [line] };
const picture = { drawing: chart, width: 400, height: 300 };
const legend = [
  { name: '1 Adam', stroke: 'rgb(1, 2, 3)', dash: '' },
  { name: '2 <SGD>', stroke: 'rgb(4, 5, 6)', dash: '8 4' },
];
const frame = { background: 'white', title: 'Loss', summary: 'It falls.' };

describe('captioned', () => {
  test('puts the title over a chart and the names of its lines under it', () => {
    const { drawing, ...size } = captioned(picture, 'Loss', legend, 'rgb(7, 8, 9)');
    expect(size).toEqual({ width: 412, height: 32 + 300 + 2 * 20 + 12 });
    const svg = svgMarkup(drawing, { ...frame, ...size });
    expect(svg).toContain('viewBox="0 0 412 384"');
    expect(svg).toMatch(
      /<text x="12" y="20" fill="rgb\(7, 8, 9\)"[^>]*>Loss<\/text><g transform="translate\(0 32\)">/,
    );
    expect(svg).toContain('<path d="M0 0h9"/></g>');
    expect(svg).toMatch(
      /<path d="M12 362h40" stroke="rgb\(4, 5, 6\)" stroke-width="2" stroke-dasharray="8 4"\/>/,
    );
    expect(svg).toContain('>2 &lt;SGD&gt;</text></svg>');
  });

  test('has no room for a legend that there is not', () => {
    expect(captioned(picture, 'Loss', [], 'black')).toMatchObject({ width: 412, height: 332 });
  });

  test('is as wide as the longest name needs', () => {
    const named = (name: string) => captioned(picture, 'Loss', [{ ...legend[0], name }], 'black').width;
    expect(named('a'.repeat(80))).toBeGreaterThan(600);
    expect(named('数'.repeat(40))).toBe(named('a'.repeat(80)));
  });
});
