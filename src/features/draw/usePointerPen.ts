import type { PointerEvent } from 'react';
import { useRef } from 'react';
import type { Point } from '../../data/drawing';
import { useActions } from '../../store/hooks';

type PadEvent = PointerEvent<HTMLElement>;

/** So long after a pen was last seen, a touch may be the hand that holds it (ms). */
const PEN_REST_MS = 10_000;

/** Strokes go on as far beyond an edge of the pad, in parts of its side: a digit that is too large keeps its shape. */
const MARGIN = 0.5;

/**
 * Handlers that draw with a mouse, a finger or a pen, one at a time: what else touches the pad is ignored. Where
 * there has just been a pen, a touch does not draw, but moves the page.
 */
export function usePointerPen() {
  const { edit } = useActions();
  const pointer = useRef<{ readonly id: number; readonly type: string } | null>(null);
  const penSeenAtMs = useRef(-Infinity);
  const finger = useRef<{ readonly id: number; readonly x: number; readonly y: number } | null>(null);

  const isDrawing = (event: PadEvent) => event.pointerId === pointer.current?.id;

  function lift(event: PadEvent) {
    if (isDrawing(event)) pointer.current = null;
    if (event.pointerId === finger.current?.id) finger.current = null;
  }

  return {
    onPointerDown(event: PadEvent) {
      const { pointerId, pointerType, button, timeStamp } = event;
      if (pointerType === 'pen') {
        penSeenAtMs.current = timeStamp;
        finger.current = null;
        // The hand came down before the pen that it holds.
        if (pointer.current?.type === 'touch') {
          edit({ type: 'discard' });
          pointer.current = null;
        }
      }
      const isMainButton = button === 0;
      if (pointer.current || !isMainButton) return;
      if (pointerType === 'touch' && timeStamp - penSeenAtMs.current < PEN_REST_MS) {
        finger.current ??= { id: pointerId, x: event.clientX, y: event.clientY };
        return;
      }
      pointer.current = { id: pointerId, type: pointerType };
      edit({ type: 'draw', points: [pointOnPad(event, event.currentTarget)], isNew: true });
      followBeyondPad(event);
    },
    onPointerMove(event: PadEvent) {
      if (event.pointerType === 'pen') penSeenAtMs.current = event.timeStamp;
      if (isDrawing(event)) {
        const pad = event.currentTarget;
        const points = samplesOf(event.nativeEvent).map((sample) => pointOnPad(sample, pad));
        edit({ type: 'draw', points, isNew: false });
      } else if (event.pointerId === finger.current?.id) {
        // The browser does not: `touch-action` cannot tell a finger from a pen.
        const { id, x, y } = finger.current;
        window.scrollBy(x - event.clientX, y - event.clientY);
        finger.current = { id, x: event.clientX, y: event.clientY };
      }
    },
    onPointerUp: lift,
    onPointerCancel(event: PadEvent) {
      // The system takes a touch back when it turns out to be a palm.
      if (isDrawing(event)) edit({ type: 'discard' });
      lift(event);
    },
    onLostPointerCapture: lift,
  };
}

function followBeyondPad({ currentTarget, pointerId }: PadEvent) {
  try {
    currentTarget.setPointerCapture(pointerId);
  } catch {
    // The pointer is already gone, so there is nothing to follow.
  }
}

/** All places the pointer has been since the last event; a frame may gather many. */
function samplesOf(event: globalThis.PointerEvent): globalThis.PointerEvent[] {
  // Safari has had it since 18.2; a scripted event has none.
  const samples = event.getCoalescedEvents?.() ?? [];
  return samples.length > 0 ? samples : [event];
}

/** Where on the pad, or in the margin around it; beyond that, the nearest place in the margin. */
function pointOnPad(event: { clientX: number; clientY: number }, pad: HTMLElement): Point {
  const { left, top, width, height } = pad.getBoundingClientRect();
  const withinMargin = (part: number) => Math.min(1 + MARGIN, Math.max(-MARGIN, part));
  return { x: withinMargin((event.clientX - left) / width), y: withinMargin((event.clientY - top) / height) };
}
