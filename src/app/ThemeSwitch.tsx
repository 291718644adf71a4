import { useStored } from '../ui/useStored';
import { useWords } from '../words/words';
import styles from './Header.module.css';
import type { Theme } from './theme';
import { THEME_KEY, showTheme, themes } from './theme';

export function ThemeSwitch() {
  const { app } = useWords();
  const [theme, setTheme] = useStored<Theme>(THEME_KEY, themes);
  return (
    <select
      className={styles.select}
      aria-label={app.theme}
      value={theme}
      onChange={(event) => {
        // The options are all the themes there are.
        const chosen = event.target.value as Theme;
        setTheme(chosen);
        showTheme(chosen);
      }}
    >
      {themes.map((name) => (
        <option key={name} value={name}>
          {app.themes[name]}
        </option>
      ))}
    </select>
  );
}
