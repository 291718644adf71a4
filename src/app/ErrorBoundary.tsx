import type { ReactNode } from 'react';
import { Component } from 'react';
import { problemData } from '../lib/problem';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { WordsContext } from '../words/words';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryState {
  readonly error: unknown;
}

/** Our own mistakes: one banner instead of a blank page, with what a report needs. */
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  static override contextType = WordsContext;
  declare context: React.ContextType<typeof WordsContext>;
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    const { app } = this.context;
    const { values, stack } = problemData(this.state.error);
    const details = stack ?? String(values.detail);
    return (
      <main className={styles.broken} role="alert">
        <p>{app.broken}</p>
        <p className={styles.actions}>
          <Button look="primary" onClick={() => location.reload()}>
            {app.reload}
          </Button>
          <CopyButton text={details} label={app.copy} doneLabel={app.copied} />
        </p>
        <pre className={styles.details}>{details}</pre>
      </main>
    );
  }
}
