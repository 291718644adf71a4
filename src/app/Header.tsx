import { Device } from '../features/device/Device';
import { KeyboardHelp } from '../features/keyboard/KeyboardHelp';
import { ShareButton } from '../features/share/ShareButton';
import { useWords } from '../words/words';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { ThemeSwitch } from './ThemeSwitch';

export function Header() {
  const { app } = useWords();
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>Gradpad</h1>
      <p className={styles.tagline}>{app.tagline}</p>
      <Device />
      <div className={styles.switches}>
        <LanguageSwitch />
        <ThemeSwitch />
        <ShareButton />
        <KeyboardHelp />
      </div>
    </header>
  );
}
