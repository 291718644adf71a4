import { useEffect, useRef, useState } from 'react';
import { pictureFromPhoto } from '../../data/photo/pictureFromPhoto';
import { nextTask } from '../../lib/nextTask';
import { useActions, useApp } from '../../store/hooks';
import type { PictureProblem } from './decodePicture';
import { decodePicture } from './decodePicture';

export type PictureState = 'idle' | 'reading' | 'empty' | PictureProblem;

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
    const decoded = await decodePicture(file);
    const picture = typeof decoded === 'string' ? null : await pictureFromPhoto(decoded, nextTask);
    // Another one may have been chosen meanwhile.
    if (newest.current !== file) return;
    if (picture) edit({ type: 'replace', drawing: { picture, strokes: [] } });
    tell(typeof decoded === 'string' ? decoded : picture ? 'idle' : 'empty');
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
