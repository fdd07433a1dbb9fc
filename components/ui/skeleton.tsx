import clsx from 'clsx';

export type SkeletonProps = {
  /** Width and height by class: `h-4 w-40`. */
  className?: string;
};

/** A grey stand-in while something loads; silent. Put one Spinner or a heading beside it to say what loads. */
export function Skeleton({ className }: SkeletonProps) {
  return (
    <span
      aria-hidden
      className={clsx(
        'animate-shimmer block rounded-sm bg-surface-pressed forced-colors:bg-[GrayText]',
        className,
      )}
    />
  );
}
