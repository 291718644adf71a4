import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** A colour of each theme as red, green and blue, 0 … 1. */
function colours(token: string): readonly [light: number[], dark: number[]] {
  const [, light, dark] = new RegExp(`--${token}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(tokens)!;
  const parts = (hex: string) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return [parts(light), parts(dark)];
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: number[]): number {
  const linear = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function contrast(one: number[], other: number[]): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([1, 2, 3, 4, 5, 6])('line %i of an overlay can be seen on paper and slate', (run) => {
  const line = colours(`run-${String(run)}`);
  for (const background of ['paper', 'surface']) {
    const behind = colours(background);
    for (const theme of [0, 1]) expect(contrast(line[theme], behind[theme])).toBeGreaterThan(3);
  }
});
