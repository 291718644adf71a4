import type { PointerEvent } from 'react';
import { useRef } from 'react';
import type { Point } from '../../data/drawing';
import { useActions } from '../../store/hooks';

type PadEvent = PointerEvent<HTMLElement>;

/**
 * Handlers that draw with a mouse, a finger or a pen, one at a time: what else touches the pad is ignored. Once
 * there has been a pen, a touch may be the hand that holds it: it draws no more, and moves the page instead.
 */
export function usePointerPen() {
  const { edit } = useActions();
  const pointer = useRef<{ readonly id: number; readonly type: string } | null>(null);
  const hasPen = useRef(false);
  const finger = useRef<{ readonly clientX: number; readonly clientY: number } | null>(null);

  const isDrawing = (event: PadEvent) => event.pointerId === pointer.current?.id;

  function lift(event: PadEvent) {
    if (isDrawing(event)) pointer.current = null;
    if (event.pointerType === 'touch') finger.current = null;
  }

  return {
    onPointerDown(event: PadEvent) {
      const { pointerId, pointerType, button, clientX, clientY } = event;
      if (pointerType === 'pen') {
        hasPen.current = true;
        // The hand came down before the pen that it holds.
        if (pointer.current?.type === 'touch') {
          edit({ type: 'discard' });
          pointer.current = null;
        }
      } else if (pointerType === 'touch' && hasPen.current) {
        finger.current = { clientX, clientY };
        return;
      }
      const isMainButton = button === 0;
      if (pointer.current || !isMainButton) return;
      pointer.current = { id: pointerId, type: pointerType };
      edit({ type: 'draw', points: [pointOnPad(event, event.currentTarget)], isNew: true });
      followBeyondPad(event);
    },
    onPointerMove(event: PadEvent) {
      if (isDrawing(event)) {
        const pad = event.currentTarget;
        const points = samplesOf(event.nativeEvent).map((sample) => pointOnPad(sample, pad));
        edit({ type: 'draw', points, isNew: false });
      } else if (event.pointerType === 'touch' && finger.current) {
        // The browser does not: `touch-action` cannot tell a finger from a pen.
        const { clientX, clientY } = event;
        window.scrollBy(finger.current.clientX - clientX, finger.current.clientY - clientY);
        finger.current = { clientX, clientY };
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

/** Where on the pad; beyond an edge, the nearest place on it. */
function pointOnPad(event: { clientX: number; clientY: number }, pad: HTMLElement): Point {
  const { left, top, width, height } = pad.getBoundingClientRect();
  const withinPad = (part: number) => Math.min(1, Math.max(0, part));
  return { x: withinPad((event.clientX - left) / width), y: withinPad((event.clientY - top) / height) };
}
