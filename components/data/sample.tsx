'use client';

import { CodeBlock } from '@/components/ui/code-block';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { flattenRecord } from '@/lib/schema/flatten-record';

/** Columns beyond this make no table that anybody reads; the raw view has everything. */
const mostColumns = 40;

/** Sample records as a table and as they are. */
export function Sample({
  rows,
  recordRoot,
  isMasked,
  title,
}: {
  rows: readonly unknown[];
  recordRoot: string;
  isMasked: boolean;
  title: string;
}) {
  if (rows.length === 0) {
    return (
      <EmptyState title="No records yet" headingLevel={3}>
        <p>The source has none of these at the moment. The fields above come from its description.</p>
      </EmptyState>
    );
  }
  const flat = rows.map((row, index) => ({ index: index + 1, values: flattenRecord(row, recordRoot) }));
  const columns = [...new Set(flat.flatMap(({ values }) => [...values.keys()]))];
  const filled = columns.filter((column) => flat.some(({ values }) => (values.get(column) ?? '') !== ''));
  const shown = filled.slice(0, mostColumns);
  return (
    <>
      <p className="mb-2 text-sm text-text-muted">
        {isMasked
          ? 'Personal values are masked. Nothing of this sample is stored.'
          : 'Values are shown for one minute. That you looked is written down, what you saw is not.'}
      </p>
      <Tabs
        label="Views of the sample"
        tabs={[
          {
            id: 'table',
            label: 'Table',
            content: (
              <Table
                caption={`Sample of ${title.toLowerCase()}`}
                className="border border-line bg-surface"
                rows={flat}
                rowKey={(row) => row.index}
                columns={[
                  { id: 'row', header: 'Row', isRowHeader: true, cell: (row) => row.index },
                  ...shown.map((column) => ({
                    id: column,
                    header: <span className="font-mono whitespace-nowrap">{column}</span>,
                    cell: (row: (typeof flat)[number]) => (
                      <span className="block max-w-56 truncate" title={row.values.get(column) ?? ''}>
                        {row.values.get(column) ?? <span className="text-text-muted">–</span>}
                      </span>
                    ),
                  })),
                ]}
              />
            ),
          },
          {
            id: 'raw',
            label: 'Raw',
            content: (
              <CodeBlock
                code={JSON.stringify(rows, null, 2)}
                what="Sample records"
                className="max-h-[30rem]"
              />
            ),
          },
        ]}
      />
      {filled.length > shown.length && (
        <p className="mt-2 text-sm text-text-muted">
          {filled.length - shown.length} more columns have values; see them under Raw.
        </p>
      )}
    </>
  );
}
