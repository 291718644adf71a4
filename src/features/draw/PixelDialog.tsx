import { Dialog } from '../../ui/Dialog';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './PixelGrid.module.css';
import { PixelGrid } from './PixelGrid';

/** The digit's 28×28 pixels, to be changed one by one. */
export function PixelDialog({ onClose }: { onClose: () => void }) {
  const { app } = useWords();
  const words = useLaterWords().pad.grid;
  return (
    <Dialog title={words.title} closeLabel={app.close} onClose={onClose}>
      <p className={styles.help}>{words.help}</p>
      <PixelGrid />
    </Dialog>
  );
}
