import clsx from 'clsx';
import type { Key, ReactNode } from 'react';
import { ScrollRegion } from './scroll-region';

export type TableColumn<Row> = {
  id: string;
  header: ReactNode;
  /** What a cell shows. */
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, with figures of one width. */
  isNumeric?: boolean;
  /** The cell that names the row; exactly one. */
  isRowHeader?: boolean;
  /** Left out below this width: the rest must still make sense. */
  hiddenBelow?: 'sm' | 'md' | 'lg';
  className?: string;
};

export type TableProps<Row> = {
  /** Spoken name, visible when `isCaptionVisible`. */
  caption: string;
  isCaptionVisible?: boolean;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  /** A second line under a row, over its whole width; undefined for none. */
  rowDetail?: (row: Row) => ReactNode | undefined;
  /** Shown instead of rows. */
  empty?: ReactNode;
  className?: string;
};

const hidden = { sm: 'max-sm:hidden', md: 'max-md:hidden', lg: 'max-lg:hidden' };

/** A plain table with a caption and row headers; scrolls sideways inside its frame when it must. */
export function Table<Row>({
  caption,
  isCaptionVisible = false,
  columns,
  rows,
  rowKey,
  rowDetail,
  empty,
  className,
}: TableProps<Row>) {
  return (
    <ScrollRegion label={caption} className={clsx('scroll-shadow-x rounded-lg', className)}>
      <table className="w-full border-collapse text-start">
        <caption className={isCaptionVisible ? 'pb-2 text-start text-lg font-semibold' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={clsx(
                  'px-3 py-2.5 text-sm first:ps-4 last:pe-4 sm:first:ps-5 sm:last:pe-5 font-medium whitespace-nowrap text-text-muted',
                  column.isNumeric === true ? 'text-end' : 'text-start',
                  column.hiddenBelow !== undefined && hidden[column.hiddenBelow],
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length} className="px-4 py-8 text-center text-text-muted">
                {empty}
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <TableRow key={rowKey(row)} row={row} columns={columns} detail={rowDetail?.(row)} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function TableRow<Row>({
  row,
  columns,
  detail,
}: {
  row: Row;
  columns: readonly TableColumn<Row>[];
  detail: ReactNode | undefined;
}) {
  const hasDetail = detail !== undefined;
  return (
    <>
      <tr
        className={clsx(
          'border-line transition-colors hover:bg-surface-hover',
          !hasDetail && 'border-b last:border-b-0',
        )}
      >
        {columns.map((column) => {
          const look = clsx(
            'px-3 py-2.5 align-top first:ps-4 last:pe-4 font-normal sm:first:ps-5 sm:last:pe-5',
            column.isNumeric === true ? 'tabular text-end whitespace-nowrap' : 'text-start',
            column.hiddenBelow !== undefined && hidden[column.hiddenBelow],
            column.className,
          );
          return column.isRowHeader === true ? (
            <th key={column.id} scope="row" className={look}>
              {column.cell(row)}
            </th>
          ) : (
            <td key={column.id} className={look}>
              {column.cell(row)}
            </td>
          );
        })}
      </tr>
      {hasDetail && (
        <tr className="border-b border-line last:border-b-0">
          <td colSpan={columns.length} className="px-4 pb-4 sm:px-5">
            {detail}
          </td>
        </tr>
      )}
    </>
  );
}
