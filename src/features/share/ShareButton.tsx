import { Suspense, lazy, useEffect, useState } from 'react';
import { useApp } from '../../store/hooks';
import { formatShareLink } from '../../store/shareLink';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { useWords } from '../../words/words';
import styles from './Share.module.css';

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog')).ShareDialog }));

/** How long the button says that it has copied (ms). */
const NOTICE_MS = 4_000;

/** Copies a link to these settings; where the browser does not allow that, shows the link instead. */
export function ShareButton() {
  const { share } = useWords();
  const config = useApp((state) => state.config);
  const language = useApp((state) => state.language);
  const [state, setState] = useState<'offering' | 'copied' | 'refused'>('offering');
  const link = location.href.replace(/#.*/, '') + formatShareLink(config, language);

  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('offering'), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => setState((await copyText(link)) ? 'copied' : 'refused');
  return (
    <span className={styles.share}>
      <Button look="quiet" onClick={() => void copy()}>
        {share.share}
      </Button>
      <span role="status" className={styles.notice}>
        {state === 'copied' && share.copied}
      </span>
      {state === 'refused' && (
        <Suspense fallback={null}>
          <ShareDialog link={link} onClose={() => setState('offering')} />
        </Suspense>
      )}
    </span>
  );
}
