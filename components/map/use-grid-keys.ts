'use client';

import { type KeyboardEvent, type RefObject, useEffect } from 'react';

const pageRows = 10;
const widgets = 'button, input, a[href], [tabindex]';

/**
 * Moves the focus through a table from cell to cell with one tab stop. Cells carry `data-cell`; a cell with a control
 * gives it the focus, others take it themselves. Everything in the table is rendered with tabIndex −1.
 */
export function useGridKeys(table: RefObject<HTMLTableElement | null>) {
  // After each render: rows come and go, and one cell has to stay reachable.
  useEffect(() => {
    const stops = focusables(table.current);
    if (stops.some((element) => element.tabIndex === 0)) return;
    const first = stops[0];
    if (first) first.tabIndex = 0;
  });

  const focus = (cell: HTMLElement | undefined) => {
    if (!cell) return;
    for (const element of focusables(table.current)) if (element.tabIndex === 0) element.tabIndex = -1;
    const target = focusableOf(cell);
    target.tabIndex = 0;
    target.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  /** Answers true when the key was one of the grid's. */
  const handleKey = (event: KeyboardEvent): boolean => {
    const element = event.target;
    // Popovers of a cell are elsewhere in the document, though their keys come by here.
    if (!(element instanceof Element) || table.current?.contains(element) !== true) return false;
    const cell = element.closest<HTMLElement>('[data-cell]');
    const row = cell?.closest('tr');
    if (!cell || !row || event.altKey) return false;
    const rows = [...(table.current?.querySelectorAll('tr') ?? [])];
    const cells = cellsOf(row);
    const y = rows.indexOf(row);
    const x = cells.indexOf(cell);
    const isFar = event.ctrlKey || event.metaKey;
    const at = (wantedRow: number, wantedColumn: number) => {
      const line = cellsOf(rows[Math.min(rows.length - 1, Math.max(0, wantedRow))]);
      return line[Math.min(line.length - 1, Math.max(0, wantedColumn))];
    };
    const last = rows.length - 1;
    const places: Readonly<Record<string, readonly [row: number, column: number]>> = {
      ArrowRight: [y, x + 1],
      ArrowLeft: [y, x - 1],
      ArrowDown: [y + 1, x],
      ArrowUp: [y - 1, x],
      Home: [isFar ? 0 : y, 0],
      End: [isFar ? last : y, cells.length],
      PageDown: [y + pageRows, x],
      PageUp: [Math.max(1, y - pageRows), x],
    };
    const place = places[event.key];
    if (!place) return false;
    event.preventDefault();
    focus(at(...place));
    return true;
  };

  /** A cell that was clicked becomes the tab stop. */
  const handleFocus = (event: { target: EventTarget }) => {
    if (!(event.target instanceof HTMLElement) || event.target.tabIndex === 0) return;
    if (!event.target.closest('[data-cell]')) return;
    for (const element of focusables(table.current)) if (element.tabIndex === 0) element.tabIndex = -1;
    event.target.tabIndex = 0;
  };

  return { handleKey, handleFocus };
}

function cellsOf(row: HTMLTableRowElement | undefined): HTMLElement[] {
  const cells = row?.querySelectorAll<HTMLElement>('[data-cell]') ?? [];
  // Columns that a narrow window hides have no boxes.
  return [...cells].filter((cell) => cell.getClientRects().length > 0);
}

function focusableOf(cell: HTMLElement): HTMLElement {
  return cell.querySelector<HTMLElement>(widgets) ?? cell;
}

function focusables(table: HTMLTableElement | null): HTMLElement[] {
  return [...(table?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])].map(focusableOf);
}
