'use client';

import { SquareFunction, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import type { TableFilter } from './table-rows';

export type TableToolbarProps = {
  query: string;
  onQueryChange: (query: string) => void;
  filter: TableFilter;
  onFilterChange: (filter: TableFilter) => void;
  found: number;
  total: number;
  /** How many rows are chosen; with some, what can be done with them is offered. */
  chosen: number;
  onRemove: () => void;
  onRetarget: () => void;
  onLeaveOut: () => void;
  page: number;
  pageCount: number;
  onPageChange: (page: number) => void;
  /** Left out for those who may only look. */
  onCalculate?: () => void;
};

const filters: readonly { value: TableFilter; label: string }[] = [
  { value: 'all', label: 'All rows' },
  { value: 'refused', label: 'Errors' },
  { value: 'converts', label: 'Converted' },
  { value: 'fits', label: 'Fitting' },
  { value: 'gone', label: 'Fields that are gone' },
  { value: 'comments', label: 'Open comments' },
];

/** Search, filter, pages, and what can be done with the chosen rows. */
export function TableToolbar(props: TableToolbarProps) {
  const { found, total, chosen, page, pageCount, onPageChange } = props;
  return (
    <div className="flex min-h-13 flex-wrap items-center gap-2 border-b border-line px-3 py-2">
      <SearchField
        label="Search mappings"
        value={props.query}
        onChange={props.onQueryChange}
        className="w-64"
      />
      <Select
        label="Rows to show"
        isLabelHidden
        isOptional
        options={filters}
        value={props.filter}
        onChange={(value) => {
          const chosenFilter = filters.find((candidate) => candidate.value === value);
          if (chosenFilter) props.onFilterChange(chosenFilter.value);
        }}
        className="w-44"
      />
      <span className="tabular text-sm text-text-muted" role="status">
        {found === total ? format(total) : `${format(found)} of ${format(total)}`}{' '}
        {total === 1 ? 'mapping' : 'mappings'}
      </span>
      {chosen > 0 && (
        <span className="flex flex-wrap gap-1.5">
          <Button size="small" onPress={props.onRetarget}>
            Move to…
          </Button>
          <Button size="small" onPress={props.onLeaveOut}>
            Leave out
          </Button>
          <Button
            size="small"
            variant="negative"
            icon={<Trash2 aria-hidden size={14} />}
            onPress={props.onRemove}
          >
            Remove {chosen}
          </Button>
        </span>
      )}
      {props.onCalculate && chosen === 0 && (
        <Button
          size="small"
          variant="quiet"
          icon={<SquareFunction aria-hidden size={14} />}
          onPress={props.onCalculate}
        >
          Calculated field
        </Button>
      )}
      {pageCount > 1 && (
        <span className="ms-auto flex items-center gap-2 text-sm">
          <Button size="small" onPress={() => onPageChange(Math.max(0, page - 1))}>
            Previous
          </Button>
          Page {page + 1} of {pageCount}
          <Button size="small" onPress={() => onPageChange(Math.min(pageCount - 1, page + 1))}>
            Next
          </Button>
        </span>
      )}
    </div>
  );
}

function format(count: number): string {
  return count.toLocaleString('en');
}
