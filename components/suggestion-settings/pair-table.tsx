'use client';

import { ArrowRight, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useAnnounce } from '@/components/ui/live-region';
import { SearchField } from '@/components/ui/search-field';
import { Table } from '@/components/ui/table';
import type { AppError } from '@/lib/app-error';
import { findSource } from '@/lib/sources/sources';
import type { RememberedPair, SandboxType } from '@/lib/suggestion-history/suggestion-history';
import { forgetPairs } from '@/server/actions/forget-pairs';
import { DeleteAllDialog } from './delete-all-dialog';

const pageSize = 50;
const typeNames: Readonly<Record<SandboxType, string>> = {
  production: 'production',
  development: 'development',
};

export type PairTableProps = {
  pairs: readonly RememberedPair[];
  isCut: boolean;
  /** Owners may delete what others left. */
  canDeleteAll: boolean;
};

/** Every remembered pair of fields, with the ways to find and to delete it. */
export function PairTable({ pairs, isCut, canDeleteAll }: PairTableProps) {
  const router = useRouter();
  const announce = useAnnounce();
  const region = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(pageSize);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();

  const wanted = query.trim().toLowerCase();
  const kept = pairs.filter(({ id }) => !gone.has(id));
  const found = kept.filter(({ source, target, personName }) =>
    `${source}\n${target}\n${personName}`.toLowerCase().includes(wanted),
  );
  const mine = kept.filter(({ isYours }) => isYours);

  const forget = (
    input: Parameters<typeof forgetPairs>[0],
    leaving: readonly RememberedPair[],
    said: string,
  ) => {
    setError(undefined);
    startTransition(async () => {
      const result = await forgetPairs(input);
      if (!result.ok) {
        setError(result.error);
        return;
      }
      setGone(new Set([...gone, ...leaving.map(({ id }) => id)]));
      // The pressed button goes with its row; the focus must not fall back to the top of the page.
      region.current?.focus();
      announce(said);
      router.refresh();
    });
  };

  if (kept.length === 0) {
    return (
      <div ref={region} tabIndex={-1} className="outline-none">
        <EmptyState title="Nothing remembered yet" headingLevel={3}>
          <p>When a dataflow is created, the fields that were mapped in it are listed here.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div ref={region} tabIndex={-1} className="outline-none">
      <div className="flex flex-wrap items-center gap-2 px-4 pb-3 sm:px-5">
        <SearchField
          label="Search remembered fields"
          value={query}
          onChange={setQuery}
          className="w-72 max-w-full"
        />
        <span role="status" className="tabular text-sm text-text-muted">
          {found.length === kept.length
            ? format(kept.length)
            : `${format(found.length)} of ${format(kept.length)}`}{' '}
          {kept.length === 1 ? 'pair' : 'pairs'}
          {isCut && ', the latest'}
        </span>
        {mine.length > 0 && (
          <span className="ms-auto">
            <DeleteAllDialog
              count={isCut ? undefined : mine.length}
              isPending={isPending}
              onDelete={() => forget({ mine: true }, mine, 'Everything you mapped is deleted here.')}
            />
          </span>
        )}
      </div>
      {error && <AppErrorNotice error={error} className="mx-4 mb-3 sm:mx-5" />}
      <Table
        caption="Remembered fields"
        rows={found.slice(0, shown)}
        rowKey={({ id }) => id}
        empty="No pair matches."
        columns={[
          {
            id: 'pair',
            header: 'Fields',
            isRowHeader: true,
            cell: (pair) => (
              <span className="flex max-w-md flex-col font-mono text-sm">
                <bdi className="break-all">{pair.source}</bdi>
                <span className="flex items-start gap-1.5">
                  <ArrowRight
                    aria-label="to"
                    size={14}
                    className="mt-1 shrink-0 text-text-muted rtl:-scale-x-100"
                  />
                  <bdi className="break-all">{pair.target}</bdi>
                </span>
                {pair.expression !== undefined && (
                  <code className="text-xs break-all text-text-muted">{pair.expression}</code>
                )}
              </span>
            ),
          },
          {
            id: 'where',
            header: 'Source and sandboxes',
            hiddenBelow: 'md',
            cell: ({ sourceId, sandboxType }) => (
              <>
                {findSource(sourceId)?.title ?? sourceId}
                <span className="block text-sm text-text-muted">{typeNames[sandboxType]}</span>
              </>
            ),
          },
          { id: 'times', header: 'Times', isNumeric: true, cell: ({ count }) => format(count) },
          {
            id: 'who',
            header: 'By',
            hiddenBelow: 'sm',
            cell: ({ personName, isYours, lastAtMs }) => (
              <>
                <bdi>{isYours ? 'You' : personName}</bdi>
                <span className="block text-sm text-text-muted">
                  <Moment timeMs={lastAtMs} look="relative" isPast />
                </span>
              </>
            ),
          },
          {
            id: 'delete',
            header: <span className="sr-only">Delete</span>,
            cell: (pair) =>
              (pair.isYours || canDeleteAll) && (
                <Button
                  variant="quiet"
                  size="small"
                  isIconOnly
                  aria-label={`Delete ${pair.source} to ${pair.target}`}
                  icon={<Trash2 aria-hidden size={14} />}
                  onPress={() => forget({ ids: [pair.id] }, [pair], 'Deleted.')}
                />
              ),
          },
        ]}
      />
      {found.length > shown && (
        <div className="border-t border-line p-3">
          <Button isWide onPress={() => setShown(shown + pageSize)}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}

function format(count: number): string {
  return count.toLocaleString('en');
}
