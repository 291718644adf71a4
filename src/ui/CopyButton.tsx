import { useState } from 'react';
import { Button } from './Button';
import { copyText } from './copyText';

interface CopyButtonProps {
  text: string;
  label: string;
  doneLabel: string;
}

/** Copies a text that can be seen beside it, and says so on the button itself. */
export function CopyButton({ text, label, doneLabel }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  return (
    <Button onClick={() => void copyText(text).then(setCopied)} onBlur={() => setCopied(false)}>
      <span aria-live="polite">{copied ? doneLabel : label}</span>
    </Button>
  );
}
