import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import styles from './ExportMenu.module.css';

export type ExportFormat = 'csv' | 'json' | 'svg' | 'png' | 'report' | 'checkpoint';

interface ExportMenuProps<Format extends ExportFormat> {
  onExport: (format: Format) => void;
  /** The formats there are, in the order of the list. */
  available: readonly Format[];
}

/** A button that opens a list of formats. Escape, a choice, and whatever is done elsewhere close it. */
export function ExportMenu<Format extends ExportFormat>({ onExport, available }: ExportMenuProps<Format>) {
  const words = useLaterWords().export;
  const labels: Readonly<Record<ExportFormat, string>> = words.formats;
  const listId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const closeFromOutside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeFromOutside);
    // Pressing a button does not focus it in every browser, so only what did get the focus counts.
    document.addEventListener('focusin', closeFromOutside);
    return () => {
      document.removeEventListener('pointerdown', closeFromOutside);
      document.removeEventListener('focusin', closeFromOutside);
    };
  }, [isOpen]);

  /** What has the focus is about to go, so the focus goes back to the button. */
  function close() {
    setIsOpen(false);
    button.current?.focus();
  }

  return (
    <div
      ref={menu}
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        // A dialog around it stays open.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <Button
        ref={button}
        inactive={available.length === 0}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words.title}
      </Button>
      {isOpen && (
        <ul id={listId} className={styles.list}>
          {available.map((format) => (
            <li key={format}>
              <Button
                look="quiet"
                onClick={() => {
                  close();
                  onExport(format);
                }}
              >
                {labels[format]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
