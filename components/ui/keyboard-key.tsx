import type { ReactNode } from 'react';

/** A key as it is printed on the keyboard: `<KeyboardKey>Enter</KeyboardKey>`. */
export function KeyboardKey({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-sm border border-line-strong bg-surface px-1 text-center font-sans text-xs text-text">
      {children}
    </kbd>
  );
}
