import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';

export type BeforeAfterProps = {
  name: string;
  /** The name is a field's path, written as such. */
  isPath?: boolean;
  before: ReactNode;
  after: ReactNode;
};

/** One thing that says something else now: what it said, and what it says. */
export function BeforeAfter({ name, isPath = false, before, after }: BeforeAfterProps) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span className="min-w-0">
        <bdi className={isPath ? 'font-mono text-sm break-all' : 'font-medium'}>{name}</bdi>{' '}
      </span>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
        <del className="break-words text-text-muted">{before ?? 'nothing'}</del>{' '}
        <ArrowRight aria-hidden size={14} className="shrink-0 self-center text-text-muted rtl:-scale-x-100" />
        <span className="sr-only">is now </span>
        <ins className="font-medium break-words no-underline">{after ?? 'nothing'}</ins>
      </span>
    </span>
  );
}
