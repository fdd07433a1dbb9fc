'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { useAnnounce } from './live-region';

export type CopyButtonProps = {
  text: string;
  /** What is copied: “dataflow id”. */
  what: string;
  /** Shows “Copy” beside the sign. */
  isLabelVisible?: boolean;
};

/** Puts a text on the clipboard and says so; says so too when the browser refuses. */
export function CopyButton({ text, what, isLabelVisible = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | undefined>();
  const announce = useAnnounce();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
      announce(`Copied ${what}`);
    } catch (refusal) {
      setOutcome('refused');
      announce(`The browser did not allow copying the ${what}. Select the text instead.`, 'assertive');
      if (!(refusal instanceof DOMException) && !(refusal instanceof TypeError)) throw refusal;
    }
  };

  const words = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Not allowed' : 'Copy';
  return (
    <Button
      variant="quiet"
      size="small"
      isIconOnly={!isLabelVisible}
      aria-label={outcome === undefined ? `Copy ${what}` : words}
      onPress={() => void copy()}
      icon={outcome === 'copied' ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
    >
      {isLabelVisible && words}
    </Button>
  );
}
