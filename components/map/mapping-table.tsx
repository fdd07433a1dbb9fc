'use client';

import clsx from 'clsx';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchField } from '@/components/ui/search-field';
import { StatusLight } from '@/components/ui/status-light';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { PathText } from './path-text';

export type MappingTableProps = {
  rows: readonly CheckedMapping[];
  sampleOf: (row: CheckedMapping) => string;
  onRemove: (mappingIds: readonly string[]) => void;
  /** Goes to the mapping's fields among the trees. */
  onShow: (row: CheckedMapping) => void;
  readOnly: boolean;
};

type Sort = { by: 'source' | 'target' | 'kind' | 'verdict'; isDescending: boolean };

const pageSize = 100;
const verdictOrder = { refused: 0, converts: 1, fits: 2 };
const tones = { fits: 'positive', converts: 'caution', refused: 'negative' } as const;
const kindNames = { attribute: 'Field', expression: 'Calculation', constant: 'Constant' };
const columns: readonly { id: Sort['by']; title: string; className?: string }[] = [
  { id: 'source', title: 'Source' },
  { id: 'target', title: 'Target' },
  { id: 'kind', title: 'Kind', className: 'max-lg:hidden' },
  { id: 'verdict', title: 'Check' },
];

/** All mappings as a table: what the lines show, in words, with sorting, search and removal of many at once. */
export function MappingTable({ rows, sampleOf, onRemove, onShow, readOnly }: MappingTableProps) {
  const region = useRef<HTMLElement>(null);
  const [sort, setSort] = useState<Sort>();
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  const wanted = query.trim().toLowerCase();
  const found = rows.filter(
    ({ mapping, sentence }) =>
      wanted === '' || `${mapping.source}\n${mapping.target}\n${sentence}`.toLowerCase().includes(wanted),
  );
  const sorted = sort ? [...found].sort((a, b) => compare(a, b, sort)) : found;
  const pageCount = Math.max(1, Math.ceil(sorted.length / pageSize));
  const shownPage = Math.min(page, pageCount - 1);
  const shown = sorted.slice(shownPage * pageSize, (shownPage + 1) * pageSize);
  const foundIds = new Set(found.map(({ mapping }) => mapping.id));
  const chosenIds = [...chosen].filter((id) => foundIds.has(id));
  const areAllChosen = found.length > 0 && chosenIds.length === found.length;

  const handleRemove = (ids: readonly string[]) => {
    // The pressed button goes with its row; the focus must not fall back to the top of the page.
    region.current?.focus();
    onRemove(ids);
    setChosen(new Set());
  };
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        <SearchField label="Search mappings" value={query} onChange={setQuery} className="w-72" />
        <span className="tabular text-sm text-text-muted" role="status">
          {found.length === rows.length ? rows.length : `${found.length} of ${rows.length}`} mappings
        </span>
        {chosenIds.length > 0 && (
          <Button
            size="small"
            variant="negative"
            icon={<Trash2 aria-hidden size={14} />}
            onPress={() => handleRemove(chosenIds)}
          >
            Remove {chosenIds.length}
          </Button>
        )}
        {pageCount > 1 && (
          <span className="ms-auto flex items-center gap-2 text-sm">
            <Button size="small" onPress={() => setPage(Math.max(0, shownPage - 1))}>
              Previous
            </Button>
            Page {shownPage + 1} of {pageCount}
            <Button size="small" onPress={() => setPage(Math.min(pageCount - 1, shownPage + 1))}>
              Next
            </Button>
          </span>
        )}
      </div>
      <section
        ref={region}
        aria-label="Mappings"
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-auto outline-none"
      >
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">Mappings of source fields to target fields</caption>
          <thead className="sticky top-0 z-10 bg-surface">
            <tr>
              {!readOnly && (
                <th scope="col" className="w-10 border-b border-line ps-3 text-start">
                  <Checkbox
                    aria-label="Choose all mappings"
                    isSelected={areAllChosen}
                    isIndeterminate={chosenIds.length > 0 && !areAllChosen}
                    onChange={(isChosen) => setChosen(isChosen ? foundIds : new Set())}
                  />
                </th>
              )}
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={
                    sort?.by === column.id ? (sort.isDescending ? 'descending' : 'ascending') : 'none'
                  }
                  className={clsx('border-b border-line px-2 py-1 text-start font-medium', column.className)}
                >
                  <button
                    type="button"
                    onClick={() =>
                      setSort({ by: column.id, isDescending: sort?.by === column.id && !sort.isDescending })
                    }
                    className="focus-ring inline-flex min-h-7 items-center gap-1 rounded-sm px-1 text-text-muted hover:text-text"
                  >
                    {column.title}
                    {sort?.by === column.id &&
                      (sort.isDescending ? (
                        <ArrowDown aria-hidden size={14} />
                      ) : (
                        <ArrowUp aria-hidden size={14} />
                      ))}
                  </button>
                </th>
              ))}
              <th
                scope="col"
                className="border-b border-line px-2 text-start font-medium text-text-muted max-xl:hidden"
              >
                Sample
              </th>
              {!readOnly && (
                <th scope="col" className="w-12 border-b border-line">
                  <span className="sr-only">Remove</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const { mapping } = row;
              return (
                <tr
                  key={mapping.id}
                  data-testid={`mapping-row:${mapping.source}→${mapping.target}`}
                  className="border-b border-line hover:bg-surface-hover"
                >
                  {!readOnly && (
                    <td className="ps-3">
                      <Checkbox
                        aria-label={`Choose ${mapping.source} to ${mapping.target}`}
                        isSelected={chosen.has(mapping.id)}
                        onChange={(isChosen) => toggle(mapping.id, isChosen)}
                      />
                    </td>
                  )}
                  <th scope="row" className="max-w-80 px-3 py-1.5 text-start font-normal">
                    <button
                      type="button"
                      onClick={() => onShow(row)}
                      title="Show among the lines"
                      className="focus-ring rounded-sm text-start hover:underline"
                    >
                      <PathText path={mapping.source} />
                    </button>
                  </th>
                  <td className="max-w-96 px-3 py-1.5">
                    <PathText path={mapping.target} />
                  </td>
                  <td className="px-3 py-1.5 max-lg:hidden">{kindNames[mapping.kind]}</td>
                  <td className="px-3 py-1.5">
                    <StatusLight tone={tones[row.verdict]}>{row.sentence}</StatusLight>
                  </td>
                  <td className="max-w-48 truncate px-3 py-1.5 font-mono text-xs text-text-muted max-xl:hidden">
                    {sampleOf(row)}
                  </td>
                  {!readOnly && (
                    <td className="pe-2 text-end">
                      <Button
                        variant="quiet"
                        size="small"
                        isIconOnly
                        aria-label={`Remove ${mapping.source} to ${mapping.target}`}
                        icon={<Trash2 aria-hidden size={14} />}
                        onPress={() => handleRemove([mapping.id])}
                      />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p className="p-6 text-center text-sm text-text-muted">
            {rows.length === 0
              ? 'No mappings yet. Switch to Lines and map the first field.'
              : 'No mapping matches.'}
          </p>
        )}
      </section>
    </div>
  );
}

function compare(left: CheckedMapping, right: CheckedMapping, { by, isDescending }: Sort): number {
  const order =
    by === 'verdict'
      ? verdictOrder[left.verdict] - verdictOrder[right.verdict]
      : left.mapping[by].localeCompare(right.mapping[by]);
  return isDescending ? -order : order;
}
