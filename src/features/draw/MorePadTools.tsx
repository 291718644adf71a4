import { Suspense, lazy, useRef, useState } from 'react';
import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import styles from './MorePadTools.module.css';
import { PadNote } from './PadNote';
import { useHistoryKeys } from './useHistoryKeys';
import { usePictures } from './usePictures';

const PixelDialog = lazy(async () => ({ default: (await import('./PixelDialog')).PixelDialog }));

/** In usual pens. */
const penWidths = { thin: 0.6, usual: 1, thick: 1.6 };
const penNames = ['thin', 'usual', 'thick'] as const;

/** What else can be done to a drawing: erasing, other pens, pictures, pixels. It comes after the first paint. */
export function MorePadTools() {
  const words = useLaterWords().pad;
  const { tool, penWidth } = useApp((state) => state.pad);
  const { edit } = useActions();
  const { state, take } = usePictures();
  const [isEditingPixels, setIsEditingPixels] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  useHistoryKeys();

  return (
    <>
      <div className={styles.tools}>
        <Button
          aria-pressed={tool === 'eraser'}
          onClick={() => edit({ type: 'choose', tool: tool === 'eraser' ? 'pen' : 'eraser' })}
        >
          {words.eraser}
        </Button>
        <select
          className={styles.width}
          aria-label={words.pen}
          value={penWidth}
          onChange={(event) => edit({ type: 'choose', tool: 'pen', penWidth: Number(event.target.value) })}
        >
          {penNames.map((name) => (
            <option key={name} value={penWidths[name]}>
              {words.pens[name]}
            </option>
          ))}
        </select>
        <div className={styles.end}>
          <Button onClick={() => fileInput.current?.click()}>{words.picture}</Button>
          <Button aria-haspopup="dialog" onClick={() => setIsEditingPixels(true)}>
            {words.pixels}
          </Button>
        </div>
        <input
          ref={fileInput}
          type="file"
          accept="image/*"
          hidden
          aria-label={words.pictureFile}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be chosen again.
            event.target.value = '';
            if (file) void take(file);
          }}
        />
      </div>
      <PadNote picture={state} />
      {isEditingPixels && (
        <Suspense>
          <PixelDialog onClose={() => setIsEditingPixels(false)} />
        </Suspense>
      )}
    </>
  );
}
