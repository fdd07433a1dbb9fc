import clsx from 'clsx';

/** A square with the initial of a source: no vendor's logo, and ready for sources that do not exist yet. */
export function SourceTile({ title, size = 'medium' }: { title: string; size?: 'medium' | 'large' }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'grid shrink-0 place-items-center rounded-md bg-accent-soft font-semibold text-accent-strong forced-colors:border',
        size === 'large' ? 'size-12 text-xl' : 'size-9 text-lg',
      )}
    >
      {[...title][0] ?? '?'}
    </span>
  );
}
