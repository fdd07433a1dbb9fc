'use client';

import clsx from 'clsx';
import { SquareFunction, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { Button } from '@/components/ui/button';
import { StatusLight } from '@/components/ui/status-light';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { CommentButton } from './comment-button';
import { PathText } from './path-text';
import type { MappingModel } from './use-mapping-model';

const tones = { fits: 'positive', converts: 'caution', refused: 'negative' } as const;
const kindNames = { attribute: 'Field', expression: 'Calculation', constant: 'Constant' };

export type TableRowProps = {
  row: CheckedMapping;
  /** Place among all rows that match, from 1; the header is 1. */
  rowIndex: number;
  sample: string;
  isChosen: boolean;
  model: MappingModel;
  personName: string;
  readOnly: boolean;
  onChoose: (id: string, isChosen: boolean) => void;
  onRetarget: (row: CheckedMapping) => void;
  onRemove: (mappingIds: readonly string[]) => void;
  onShow: (row: CheckedMapping) => void;
  onCalculate: (target: string) => void;
};

// Spread, not written as attributes: the lint rules do not know that a table with one tab stop is a grid.
const gridCell = { role: 'gridcell', 'data-cell': '' };
const rowHeader = { role: 'rowheader', 'data-cell': '' };

/** One mapping of the table; every control in it is reached by the arrow keys of the grid. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, rowIndex, sample, isChosen, readOnly } = props;
  const { mapping } = row;
  const semantics = { role: 'row', 'aria-rowindex': rowIndex, 'aria-selected': isChosen };
  return (
    <tr
      {...semantics}
      data-testid={`mapping-row:${mapping.source}→${mapping.target}`}
      data-mapping={mapping.id}
      className={clsx('border-b border-line', isChosen ? 'bg-accent-soft' : 'hover:bg-surface-hover')}
    >
      {!readOnly && (
        <td {...gridCell} className="ps-3">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`Choose ${mapping.source} to ${mapping.target}`}
            checked={isChosen}
            onChange={(event) => props.onChoose(mapping.id, event.currentTarget.checked)}
            className="focus-ring block size-4 accent-accent"
          />
        </td>
      )}
      <th {...rowHeader} scope="row" className="max-w-80 px-3 py-1.5 text-start font-normal">
        <button
          type="button"
          tabIndex={-1}
          onClick={() => props.onShow(row)}
          title="Show among the lines"
          className="focus-ring rounded-sm text-start hover:underline"
        >
          <PathText path={mapping.source} />
        </button>
      </th>
      <td {...gridCell} tabIndex={-1} className="focus-ring-inset max-w-96 px-3 py-1.5">
        {readOnly ? (
          <PathText path={mapping.target} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            onClick={() => props.onRetarget(row)}
            title="Choose another target"
            className="focus-ring rounded-sm text-start hover:underline"
          >
            <PathText path={mapping.target} />
          </button>
        )}
      </td>
      {mapping.kind === 'expression' ? (
        <td {...gridCell} className="px-3 py-1.5 @max-[48rem]:hidden">
          <button
            type="button"
            tabIndex={-1}
            onClick={() => props.onCalculate(mapping.target)}
            title="Edit expression"
            className="focus-ring inline-flex items-center gap-1.5 rounded-sm hover:underline"
          >
            <SquareFunction aria-hidden size={14} />
            {kindNames.expression}
            <span className="sr-only">, edit the expression for {mapping.target}</span>
          </button>
        </td>
      ) : (
        <td {...gridCell} tabIndex={-1} className="focus-ring-inset px-3 py-1.5 @max-[48rem]:hidden">
          {kindNames[mapping.kind]}
        </td>
      )}
      <td {...gridCell} tabIndex={-1} className="focus-ring-inset px-3 py-1.5 [&>*]:align-middle">
        <StatusLight tone={tones[row.verdict]}>{row.sentence}</StatusLight>
        {mapping.note !== undefined && (
          <p className="max-w-prose ps-4 text-xs text-text-muted">{mapping.note}</p>
        )}
      </td>
      <td
        {...gridCell}
        tabIndex={-1}
        className="focus-ring-inset max-w-48 truncate px-3 py-1.5 font-mono text-xs text-text-muted @max-[64rem]:hidden"
      >
        {sample}
      </td>
      <td {...gridCell} className="px-1">
        <CommentButton
          mapping={mapping}
          model={props.model}
          personName={props.personName}
          readOnly={readOnly}
          isInGrid
        />
      </td>
      {!readOnly && (
        <td {...gridCell} className="pe-2 text-end">
          <Button
            variant="quiet"
            size="small"
            isIconOnly
            excludeFromTabOrder
            aria-label={`Remove ${mapping.source} to ${mapping.target}`}
            icon={<Trash2 aria-hidden size={14} />}
            onPress={() => props.onRemove([mapping.id])}
          />
        </td>
      )}
    </tr>
  );
});
