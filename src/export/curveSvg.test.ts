import { describe, expect, test } from 'vitest';
import type { CurveDrawing } from './curveSvg';
import { curveSvg } from './curveSvg';

const drawing: CurveDrawing = {
  title: 'Loss',
  summary: 'It falls.',
  raw: Float32Array.of(2, 1, 0.5, 0.25),
  smoothed: Float32Array.of(2, 1.5, 1, 0.5),
  marks: [],
  epochEnds: [2, 4],
  stepLabel: 'step',
  unit: 'nats',
  top: null,
  format: String,
};
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe('curveSvg', () => {
  test('draws steps and their average between axes with ticks and units', () => {
    const svg = curveSvg(drawing);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" width="832" height="280" viewBox/,
    );
    expect(svg).toContain('<title>Loss</title><desc>It falls.</desc>');
    // A quarter of the width a step; the highest value is at the top.
    expect(svg).toContain(
      '<path d="M240 24L432 132L624 186L816 213" stroke="#0a5cb8" stroke-opacity="0.3"/>',
    );
    expect(svg).toContain('<path d="M240 24L432 78L624 132L816 186" stroke="#0a5cb8" stroke-width="2"/>');
    expect(svg).toContain('M432 24V240');
    expect(textsOf(svg)).toEqual(['0', '1', '2', '3', '4', '0', '0.5', '1', '1.5', '2', 'nats', 'step']);
    expect(svg).not.toContain('<circle');
  });

  test('marks images held out, and has room for them', () => {
    const svg = curveSvg({
      ...drawing,
      marks: [
        { step: 2, value: 4 },
        { step: 3, value: NaN },
        { step: 4, value: 2 },
      ],
    });
    expect(svg).toContain('<path d="M432 24L816 132" stroke="#a84a00"');
    expect(svg.match(/<circle/g)).toHaveLength(2);
  });

  test('marks what is not a number, and draws the rest', () => {
    const svg = curveSvg({
      ...drawing,
      raw: Float32Array.of(2, NaN, NaN, 1),
      smoothed: Float32Array.of(2, NaN, NaN, 1),
    });
    expect(svg).toContain('M432 236m-4 -4');
    expect(svg).not.toContain('M624 236m-4 -4');
    expect(svg).not.toMatch(/NaN|Infinity/);
    const none = curveSvg({ ...drawing, raw: Float32Array.of(NaN), smoothed: Float32Array.of(NaN) });
    expect(none).not.toMatch(/NaN|Infinity/);
  });

  test('an axis with a top of its own keeps it', () => {
    const percent = (share: number) => `${String(100 * share)}%`;
    const texts = textsOf(curveSvg({ ...drawing, raw: Float32Array.of(0.5), top: 1, format: percent }));
    expect(texts).toEqual(['0', '1', '0%', '20%', '40%', '60%', '80%', '100%', 'nats', 'step']);
  });

  test('a long run is thinned', () => {
    const raw = Float32Array.from({ length: 100_000 }, (_, step) => 1 / (1 + step));
    expect(curveSvg({ ...drawing, raw, smoothed: raw }).length).toBeLessThan(30_000);
  });

  test('escapes whatever is text', () => {
    const bad = '</title><script>';
    const svg = curveSvg({
      ...drawing,
      title: bad,
      summary: bad,
      stepLabel: bad,
      unit: bad,
      format: () => bad,
    });
    expect(svg).not.toContain('<script');
  });
});
