import { describe, expect, test } from 'vitest';
import type { DrawnElement, PaintProperty } from './svgMarkup';
import { svgMarkup } from './svgMarkup';

const plain: Readonly<Record<PaintProperty, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': 'system-ui, "Segoe UI"',
  'font-size': '15px',
  'font-weight': '400',
  'text-anchor': 'start',
  visibility: 'visible',
};
const drawn = (
  tag: string,
  attributes: Record<string, string>,
  style: Partial<DrawnElement['style']> = {},
  ...children: DrawnElement['children']
): DrawnElement => ({ tag, attributes, style: { ...plain, ...style }, children });
const frame = { width: 400, height: 300, background: 'rgb(20, 23, 27)', title: 'Loss', summary: 'It falls.' };

describe('svgMarkup', () => {
  test('begins with the title, the summary and the background', () => {
    expect(svgMarkup(drawn('svg', { class: 'chart' }), frame)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="400" height="300" viewBox="0 0 400 300" ' +
        'fill="rgb(0, 0, 0)" fill-opacity="1" stroke="none" stroke-opacity="1" stroke-width="1" ' +
        'stroke-dasharray="none" stroke-linecap="butt" stroke-linejoin="miter" ' +
        'font-family="system-ui, &quot;Segoe UI&quot;" font-size="15" font-weight="400" text-anchor="start" ' +
        'visibility="visible"><title>Loss</title><desc>It falls.</desc>' +
        '<rect width="100%" height="100%" fill="rgb(20, 23, 27)" stroke="none"/></svg>',
    );
  });

  test('keeps places, writes out what differs from the parent, and drops the rest', () => {
    const line = drawn(
      'path',
      { d: 'M0 0L9 9', class: 'line', stroke: 'var(--live)', style: 'x', onclick: 'x', 'data-x': '1' },
      { fill: 'none', stroke: 'rgb(10, 92, 184)', 'stroke-width': '2px', 'stroke-dasharray': '6px, 4px' },
    );
    const group = drawn('g', { 'clip-path': 'url(#plot)', tabindex: '0' }, { fill: 'none' }, line);
    expect(svgMarkup(drawn('svg', { viewBox: '0 0 40 30' }, {}, group), frame)).toMatch(
      /viewBox="0 0 40 30".*<g clip-path="url\(#plot\)" fill="none"><path d="M0 0L9 9" stroke="rgb\(10, 92, 184\)" stroke-width="2" stroke-dasharray="6, 4"\/><\/g><\/svg>$/,
    );
  });

  test('escapes whatever is text', () => {
    const text = drawn('text', { x: '1"><script>' }, {}, 'a < b & "c"');
    const svg = svgMarkup(drawn('svg', {}, {}, text), { ...frame, title: '<b>', summary: '</desc><script>' });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('<title>&lt;b&gt;</title><desc>&lt;/desc&gt;&lt;script&gt;</desc>');
    expect(svg).toContain('<text x="1&quot;&gt;&lt;script&gt;">a &lt; b &amp; &quot;c&quot;</text>');
  });
});
