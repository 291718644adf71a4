import { useRef } from 'react';
import { useLab } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';

/** Goes on from a checkpoint that was downloaded, here or on another device. */
export function OpenCheckpoint() {
  const { openCheckpoint } = useLab((state) => state);
  const words = useLaterWords().lab;
  const input = useRef<HTMLInputElement>(null);

  return (
    <>
      <Button onClick={() => input.current?.click()}>{words.openCheckpoint}</Button>
      <input
        ref={input}
        type="file"
        accept=".gradpad"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) openCheckpoint(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
