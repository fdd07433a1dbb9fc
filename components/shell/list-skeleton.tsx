import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';

const widths = ['w-full', 'w-11/12', 'w-10/12', 'w-9/12'] as const;

/** Stands in for a list while it is read; says what is read. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div className="rounded-lg border border-line bg-surface p-4 sm:px-5">
      <Spinner label={label} />
      <div className="mt-4 flex flex-col gap-4">
        {widths.map((width) => (
          <Skeleton key={width} className={`h-5 ${width}`} />
        ))}
      </div>
    </div>
  );
}
