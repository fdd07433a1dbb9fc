import type { ReactNode } from 'react';

export type PageHeaderProps = {
  title: ReactNode;
  /** Above the title: where this page belongs. */
  back?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page: its one h1, a line about it, its main action. */
export function PageHeader({ title, back, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back !== undefined && <div className="mb-1 text-sm">{back}</div>}
        <h1 className="text-2xl break-words sm:text-3xl">{title}</h1>
        {description !== undefined && <div className="mt-1 text-text-muted">{description}</div>}
      </div>
      {actions !== undefined && actions !== false && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
