import type { PointerEvent } from 'react';
import { useRef } from 'react';
import type { Point } from '../../data/drawing';
import { useActions } from '../../store/hooks';

type PadEvent = PointerEvent<HTMLElement>;

/** Handlers that draw with a mouse, a finger or a pen, one at a time: what else touches the pad is ignored. */
export function usePointerPen() {
  const { draw } = useActions();
  const drawingPointer = useRef<number | null>(null);

  const lift = (event: PadEvent) => {
    if (event.pointerId === drawingPointer.current) drawingPointer.current = null;
  };

  return {
    onPointerDown(event: PadEvent) {
      const isMainButton = event.button === 0;
      if (drawingPointer.current !== null || !isMainButton) return;
      drawingPointer.current = event.pointerId;
      draw([pointOnPad(event, event.currentTarget)], true);
      followBeyondPad(event);
    },
    onPointerMove(event: PadEvent) {
      if (event.pointerId !== drawingPointer.current) return;
      const pad = event.currentTarget;
      draw(
        samplesOf(event.nativeEvent).map((sample) => pointOnPad(sample, pad)),
        false,
      );
    },
    onPointerUp: lift,
    onPointerCancel: lift,
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
