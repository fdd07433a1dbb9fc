import clsx from 'clsx';
import type { ReactNode } from 'react';

export type EmptyStateProps = {
  title: string;
  /** What to do first, in a sentence or two. */
  children?: ReactNode;
  actions?: ReactNode;
  /** A drawing or an icon; decoration. */
  art?: ReactNode;
  headingLevel?: 2 | 3;
  className?: string;
};

/** What a list says while it is empty: what belongs here and what to do first. */
export function EmptyState({ title, children, actions, art, headingLevel = 2, className }: EmptyStateProps) {
  const Title = `h${headingLevel}` as const;
  return (
    <div className={clsx('mx-auto flex max-w-lg flex-col items-center px-6 py-10 text-center', className)}>
      {art !== undefined && (
        <div aria-hidden className="mb-4 text-accent">
          {art}
        </div>
      )}
      <Title className="text-xl font-semibold">{title}</Title>
      {children !== undefined && <div className="mt-1 text-text-muted">{children}</div>}
      {actions !== undefined && actions !== false && (
        <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
