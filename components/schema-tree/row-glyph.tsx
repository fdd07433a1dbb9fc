import clsx from 'clsx';
import styles from './row-glyph.module.css';

/** Points at what is closed; turned by a quarter, at what is open. */
export const chevronOutline = 'm9 18 6-6-6-6';

/**
 * An icon of a row: one path, its looks from a class. A tree draws dozens of rows at once, and icons made of several shapes
 * with a dozen attributes each were half of what that took. The outlines are Lucide's.
 */
export function RowGlyph({ outline, className }: { outline: string; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={clsx(styles.glyph, className)}>
      <path d={outline} />
    </svg>
  );
}
