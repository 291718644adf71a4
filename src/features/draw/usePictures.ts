import { useEffect, useRef, useState } from 'react';
import { useActions, useApp } from '../../store/hooks';
import type { PictureAnswer } from './readPicture';
import { readPicture } from './readPicture';

export type PictureState = 'idle' | 'reading' | 'failed' | Extract<PictureAnswer, string>;

/** Takes pictures that are chosen, pasted or dropped on the page. One without a digit leaves the drawing as it is. */
export function usePictures(): { state: PictureState; take: (file: Blob) => Promise<void> } {
  const { edit } = useActions();
  const drawing = useApp((state) => state.pad.drawing);
  const [{ state, about }, setState] = useState({ state: 'idle' as PictureState, about: drawing });
  const newest = useRef<Blob>(null);
  const drawingNow = useRef(drawing);
  useEffect(() => {
    drawingNow.current = drawing;
  }, [drawing]);

  async function take(file: Blob) {
    newest.current = file;
    const tell = (next: PictureState) => setState({ state: next, about: drawingNow.current });
    tell('reading');
    // Of what a thread can fail of, a lack of memory is left.
    const answer = await readPicture(file).catch(() => 'failed' as const);
    // Another one may have been chosen meanwhile.
    if (newest.current !== file) return;
    if (typeof answer !== 'string') edit({ type: 'replace', drawing: { picture: answer, strokes: [] } });
    tell(typeof answer === 'string' ? answer : 'idle');
  }

  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const file = event.clipboardData?.files[0];
      if (!file) return;
      event.preventDefault();
      void take(file);
    }
    function onDragOver(event: DragEvent) {
      // Otherwise the browser would leave the page to show the file.
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    }
    function onDrop(event: DragEvent) {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void take(file);
    }
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('drop', onDrop);
    };
  });

  // What was said about a picture is of no interest once the drawing goes on.
  return { state: state === 'reading' || about === drawing ? state : 'idle', take };
}
