'use client';

import clsx from 'clsx';
import { ArrowDown, ArrowUp, MessageSquare } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { RetargetDialog } from './retarget-dialog';
import { TableRow } from './table-row';
import { arrangeRows, type TableFilter, type TableSort } from './table-rows';
import { TableToolbar } from './table-toolbar';
import { useGridKeys } from './use-grid-keys';
import type { MappingModel } from './use-mapping-model';

export type MappingTableProps = {
  rows: readonly CheckedMapping[];
  model: MappingModel;
  sampleOf: (row: CheckedMapping) => string;
  onRemove: (mappingIds: readonly string[]) => void;
  /** Goes to the mapping's fields among the trees. */
  onShow: (row: CheckedMapping) => void;
  personName: string;
  readOnly: boolean;
  /** Opens the calculation of a target; without one it asks for it. */
  onCalculate: (target: string | undefined) => void;
  /** Below the rows, scrolled with them. */
  children?: ReactNode;
};

const pageSize = 100;
const columns: readonly { id: TableSort['by']; title: string; className?: string }[] = [
  // Paths are what people read here: a long sentence about one row must not take their room.
  { id: 'source', title: 'Source', className: 'w-[28%]' },
  { id: 'target', title: 'Target', className: 'w-[34%]' },
  { id: 'kind', title: 'Kind', className: '@max-[48rem]:hidden' },
  { id: 'verdict', title: 'Check' },
];

// Spread, not written as attributes: the lint rules do not know that a table with one tab stop is a grid.
const gridRow = { role: 'row', 'aria-rowindex': 1 };
const columnHeader = { role: 'columnheader', 'data-cell': '', scope: 'col' } as const;

/** All mappings as a grid: what the lines show, in words, with sorting, search, filter and edits of many at once. */
export function MappingTable(props: MappingTableProps) {
  const { rows, model, sampleOf, onRemove, onShow, personName, readOnly } = props;
  const table = useRef<HTMLTableElement>(null);
  const region = useRef<HTMLElement>(null);
  const announce = useAnnounce();
  const { handleKey, handleFocus } = useGridKeys(table);
  const [sort, setSort] = useState<TableSort>();
  const [filter, setFilter] = useState<TableFilter>('all');
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [retargeted, setRetargeted] = useState<readonly CheckedMapping[]>([]);

  const arranged = arrangeRows(rows, { query, filter, sort });
  const pageCount = Math.max(1, Math.ceil(arranged.length / pageSize));
  const shownPage = Math.min(page, pageCount - 1);
  const firstRow = shownPage * pageSize;
  const shown = arranged.slice(firstRow, firstRow + pageSize);
  const chosenRows = arranged.filter(({ mapping }) => chosen.has(mapping.id));
  const areAllChosen = arranged.length > 0 && chosenRows.length === arranged.length;

  const remove = (ids: readonly string[]) => {
    // The pressed button goes with its row; the focus must not fall back to the top of the page.
    region.current?.focus();
    onRemove(ids);
    setChosen(new Set());
  };
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const leaveOut = () => {
    region.current?.focus();
    model.run({ type: 'leave-out', ids: chosenRows.map(({ mapping }) => mapping.id) });
    announce(`${chosenRows.length} removed and left out on purpose. Undo brings them back.`);
    setChosen(new Set());
  };

  const handleTableKey = (event: KeyboardEvent) => {
    if (handleKey(event) || readOnly || !(event.target instanceof Element)) return;
    const id = table.current?.contains(event.target)
      ? event.target.closest('tr')?.getAttribute('data-mapping')
      : undefined;
    if (typeof id !== 'string') return;
    const isOnControl = event.target.matches('button, input');
    if (event.key === ' ' && !isOnControl) choose(id, !chosen.has(id));
    else if (event.key === '=') {
      const row = rows.find(({ mapping }) => mapping.id === id);
      if (row) props.onCalculate(row.mapping.target);
    } else if (event.key === 'Delete')
      remove(chosen.has(id) ? chosenRows.map((row) => row.mapping.id) : [id]);
    else return;
    event.preventDefault();
  };

  const grid = {
    role: 'grid',
    'aria-rowcount': arranged.length + 1,
    ...(!readOnly && { 'aria-multiselectable': true }),
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TableToolbar
        query={query}
        onQueryChange={setQuery}
        filter={filter}
        onFilterChange={setFilter}
        found={arranged.length}
        total={rows.length}
        chosen={chosenRows.length}
        onRemove={() => remove(chosenRows.map(({ mapping }) => mapping.id))}
        onRetarget={() => setRetargeted(chosenRows)}
        onLeaveOut={leaveOut}
        page={shownPage}
        pageCount={pageCount}
        onPageChange={setPage}
        {...(!readOnly && { onCalculate: () => props.onCalculate(undefined) })}
      />
      <section
        ref={region}
        aria-label="Mappings"
        tabIndex={-1}
        className="@container min-h-0 flex-1 overflow-auto outline-none"
      >
        <table
          {...grid}
          ref={table}
          onKeyDown={handleTableKey}
          onFocus={handleFocus}
          className="w-full border-collapse text-sm"
        >
          <caption className="sr-only">Mappings of source fields to target fields</caption>
          <thead className="sticky top-0 z-10 bg-surface">
            <tr {...gridRow}>
              {!readOnly && (
                <th {...columnHeader} className="w-10 border-b border-line ps-3 text-start">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label="Choose all mappings"
                    checked={areAllChosen}
                    ref={(box) => {
                      if (box) box.indeterminate = chosenRows.length > 0 && !areAllChosen;
                    }}
                    onChange={(event) =>
                      setChosen(
                        event.currentTarget.checked
                          ? new Set(arranged.map(({ mapping }) => mapping.id))
                          : new Set(),
                      )
                    }
                    className="focus-ring block size-4 accent-accent"
                  />
                </th>
              )}
              {columns.map((column) => (
                <SortHeader key={column.id} {...column} sort={sort} onSort={setSort} />
              ))}
              <th
                {...columnHeader}
                tabIndex={-1}
                className="focus-ring-inset border-b border-line px-2 text-start font-medium text-text-muted @max-[64rem]:hidden"
              >
                Sample
              </th>
              <SortHeader id="comments" title="Comments" isIcon sort={sort} onSort={setSort} />
              {!readOnly && (
                <th {...columnHeader} tabIndex={-1} className="focus-ring-inset w-12 border-b border-line">
                  <span className="sr-only">Remove</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <TableRow
                key={row.mapping.id}
                row={row}
                rowIndex={firstRow + at + 2}
                sample={sampleOf(row)}
                isChosen={chosen.has(row.mapping.id)}
                model={model}
                personName={personName}
                readOnly={readOnly}
                onChoose={choose}
                onRetarget={(one) => setRetargeted([one])}
                onRemove={remove}
                onShow={onShow}
                onCalculate={props.onCalculate}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p className="p-6 text-center text-sm text-text-muted">
            {rows.length === 0
              ? `No mappings yet. ${props.children ? 'Accept what is suggested below, or switch' : 'Switch'} to Lines and map the first field.`
              : 'No mapping matches.'}
          </p>
        )}
        {props.children}
      </section>
      {retargeted.length > 0 && (
        <RetargetDialog
          rows={retargeted}
          model={model}
          onClose={() => {
            setRetargeted([]);
            setChosen(new Set());
          }}
        />
      )}
    </div>
  );
}

function SortHeader(props: {
  id: TableSort['by'];
  title: string;
  className?: string;
  isIcon?: boolean;
  sort: TableSort | undefined;
  onSort: (sort: TableSort) => void;
}) {
  const { id, title, className, isIcon = false, sort, onSort } = props;
  const isSorted = sort?.by === id;
  const Arrow = sort?.isDescending === true ? ArrowDown : ArrowUp;
  return (
    <th
      {...columnHeader}
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
      className={clsx('border-b border-line px-2 py-1 text-start font-medium', className)}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onSort({ by: id, isDescending: isSorted && !sort.isDescending })}
        className="focus-ring inline-flex min-h-7 items-center gap-1 rounded-sm px-1 text-text-muted hover:text-text"
      >
        {isIcon && <MessageSquare aria-hidden size={14} />}
        <span className={isIcon ? 'sr-only' : undefined}>{title}</span>
        {isSorted && <Arrow aria-hidden size={14} />}
      </button>
    </th>
  );
}
