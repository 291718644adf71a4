import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Drawing, Point } from '../data/drawing';
import { emptyDrawing } from '../data/drawing';
import { mnistFraming } from '../data/framing';
import { digitOfPad, editPad } from './editPad';
import type { PadEdit, PadState } from './padState';
import { padAtFirst } from './padState';

const at = (x: number, y: number): Point => ({ x, y });
const draw = (...points: Point[]): PadEdit[] =>
  points.map((point, i) => ({ type: 'draw', points: [point], isNew: i === 0 }));
const after = (edits: readonly PadEdit[], pad: PadState = padAtFirst) => edits.reduce(editPad, pad);
const undo: PadEdit = { type: 'undo' };
const redo: PadEdit = { type: 'redo' };
const clear: PadEdit = { type: 'replace', drawing: emptyDrawing };
const takeEraser: PadEdit = { type: 'choose', tool: 'eraser' };

const across = draw(at(0.1, 0.5), at(0.5, 0.5), at(0.9, 0.5));
const down = draw(at(0.5, 0.1), at(0.5, 0.9));

describe('drawing', () => {
  test('adds to the stroke under way, with the pen that was chosen', () => {
    const pad = after([...across, { type: 'choose', penWidth: 1.6 }, ...down]);
    expect(pad.drawing.strokes).toEqual([
      { points: [at(0.1, 0.5), at(0.5, 0.5), at(0.9, 0.5)], width: 1 },
      { points: [at(0.5, 0.1), at(0.5, 0.9)], width: 1.6 },
    ]);
  });

  test('one stroke is undone and redone as one', () => {
    const pad = after([...across, ...down]);
    const undone = after([undo], pad);
    expect(undone.drawing).toEqual(after(across).drawing);
    expect(after([redo], undone).drawing).toEqual(pad.drawing);
    expect(after([undo, undo, undo], pad).drawing).toEqual(emptyDrawing);
  });

  test('a stroke that is forgotten leaves everything as it was, what can be redone too', () => {
    const before = after([...across, ...down, undo]);
    const pad = after([...down, { type: 'discard' }], before);
    expect(pad).toEqual(before);
    expect(after([{ type: 'discard' }], pad)).toEqual(before);
    expect(after([redo], pad).drawing).toEqual(after([...across, ...down]).drawing);
  });

  test('another pen in the middle of a stroke begins another stroke and loses nothing', () => {
    const [first, second, third] = across;
    const pad = after([first, second, { type: 'choose', penWidth: 1.6 }, third]);
    expect(pad.drawing.strokes).toEqual([
      { points: [at(0.1, 0.5), at(0.5, 0.5)], width: 1 },
      { points: [at(0.9, 0.5)], width: 1.6 },
    ]);
  });

  test('going on after Undo begins a stroke of its own', () => {
    const pad = after([...across, undo, { type: 'draw', points: [at(0.3, 0.3)], isNew: false }]);
    expect(pad.drawing.strokes).toEqual([{ points: [at(0.3, 0.3)], width: 1 }]);
  });
});

describe('erasing', () => {
  test('one move of the eraser is undone as one', () => {
    const erased = after([
      ...across,
      takeEraser,
      ...draw(at(0.3, 0.3), at(0.3, 0.7), at(0.7, 0.7), at(0.7, 0.3)),
    ]);
    expect(erased.drawing.strokes).toHaveLength(3);
    expect(after([undo], erased).drawing).toEqual(after(across).drawing);
    expect(after([undo, redo], erased).drawing).toEqual(erased.drawing);
  });

  test('where there is nothing leaves nothing to undo, and what was undone can be redone', () => {
    const pad = after([...across, ...down, undo, takeEraser, ...draw(at(0.1, 0.9), at(0.2, 0.9))]);
    expect(pad.past).toHaveLength(1);
    expect(after([redo], pad).drawing.strokes).toHaveLength(2);
  });
});

describe('pixels', () => {
  const setPixel = (pixel: number, ink: number, isNew = true): PadEdit => ({
    type: 'setPixel',
    pixel,
    ink,
    isNew,
  });

  test('that are set are the digit, exactly; the rest stay as the network saw them', () => {
    const seen = digitOfPad(after(across))!;
    expect(digitOfPad(after([...across, setPixel(29, 85)]))).toEqual(seen.with(29, 85));
  });

  test('of one drag are undone as one, and give back the strokes', () => {
    const pad = after([...across, setPixel(0, 255), setPixel(1, 255, false), setPixel(2, 255, false)]);
    expect(pad.drawing.picture?.ink.slice(0, 4)).toEqual(Uint8Array.of(255, 255, 255, 0));
    expect(after([undo], pad).drawing).toEqual(after(across).drawing);
  });

  test('one by one are undone one by one; without ink the pad is empty', () => {
    const pad = after([setPixel(0, 255), setPixel(1, 28)]);
    expect(after([undo], pad).drawing.picture?.ink.slice(0, 2)).toEqual(Uint8Array.of(255, 0));
    const cleared = after([setPixel(0, 0), setPixel(1, 0)], pad);
    expect(cleared.drawing).toBe(emptyDrawing);
    expect(cleared.past).toHaveLength(4);
  });

  test('set to what they are already change nothing', () => {
    const pad = after([setPixel(0, 255)]);
    expect(after([setPixel(0, 255), setPixel(7, 0)], pad).drawing).toBe(pad.drawing);
    expect(after([setPixel(7, 0)]).past).toEqual([]);
  });
});

test('the digit is another only where the drawing or its framing is', () => {
  const pad = after([...across, ...down]);
  const digit = digitOfPad(pad);
  expect(digitOfPad(after([takeEraser], pad))).toBe(digit);
  expect(
    digitOfPad(after([{ type: 'choose', framing: { ...mnistFraming, crops: false } }], pad)),
  ).not.toEqual(digit);
  expect(digitOfPad(after([clear], pad))).toBeNull();
  expect(digitOfPad(pad)).toEqual(digit);
});

describe('the history', () => {
  test('Clear can be undone; nothing can be redone after something new', () => {
    const cleared = after([...across, clear]);
    expect(cleared.drawing).toBe(emptyDrawing);
    expect(after([undo], cleared).drawing).toEqual(after(across).drawing);
    expect(after([undo, ...down], cleared).future).toEqual([]);
  });

  test('holds pictures and strokes alike', () => {
    const drawing: Drawing = {
      picture: { side: 2, ink: Uint8Array.of(0, 255, 0, 0), isFramed: false },
      strokes: [],
    };
    const pad = after([...across, { type: 'replace', drawing }, ...down]);
    expect(pad.drawing.picture).toBe(drawing.picture);
    expect(after([undo], pad).drawing).toBe(drawing);
    expect(after([undo, undo], pad).drawing).toEqual(after(across).drawing);
  });

  test('of anything: undoing all and redoing all comes back to the same drawing', () => {
    const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
    const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 4 });
    const edit: fc.Arbitrary<PadEdit> = fc.oneof(
      fc.record({ type: fc.constant('draw' as const), points, isNew: fc.boolean() }),
      fc.record({ type: fc.constant('choose' as const), tool: fc.constantFrom('pen' as const, 'eraser') }),
      fc.record({
        type: fc.constant('setPixel' as const),
        pixel: fc.nat(783),
        ink: fc.nat(255),
        isNew: fc.boolean(),
      }),
      fc.constantFrom(clear, undo, redo),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const pad = after(edits);
        const undone = after(Array<PadEdit>(pad.past.length).fill(undo), pad);
        expect(undone.past).toEqual([]);
        expect(after(Array<PadEdit>(pad.past.length).fill(redo), undone).drawing).toEqual(pad.drawing);
      }),
    );
  });
});

describe('a guide', () => {
  const digit = new Uint8Array(784).fill(9);
  const lay: PadEdit = { type: 'guide', digit };

  test('comes to an empty pad, stays while it is drawn over, and goes with the drawing', () => {
    const pad = after([...across, lay]);
    expect(pad.drawing).toBe(emptyDrawing);
    expect(pad.guide).toBe(digit);
    const over = after(down, pad);
    expect(over.guide).toBe(digit);
    expect(over.drawing.strokes).toHaveLength(1);
    expect(after([clear], over).guide).toBeNull();
  });

  test('can be cleared before anything is drawn, and what it cleared can be had back', () => {
    expect(after([lay, clear]).guide).toBeNull();
    expect(after([...across, lay, undo]).drawing).toEqual(after(across).drawing);
  });
});
