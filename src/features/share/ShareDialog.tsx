import { Dialog } from '../../ui/Dialog';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Share.module.css';

/** The link, to be copied by hand. */
export function ShareDialog({ link, onClose }: { link: string; onClose: () => void }) {
  const { app } = useWords();
  const { share } = useLaterWords();
  return (
    <Dialog title={share.copyYourself} closeLabel={app.close} onClose={onClose}>
      <input
        className={styles.link}
        aria-label={share.copyYourself}
        value={link}
        readOnly
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  );
}
