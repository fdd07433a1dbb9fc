import { countOpenComments } from '@/lib/mapping/change-comments';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { isGone } from '@/lib/mapping/propose-repairs';

export type TableSort = { by: 'source' | 'target' | 'kind' | 'verdict' | 'comments'; isDescending: boolean };
export type TableFilter = 'all' | 'refused' | 'converts' | 'fits' | 'gone' | 'comments';

const verdictOrder = { refused: 0, converts: 1, fits: 2 };

/** The rows that match a search and a filter, in the chosen order; in the order of the mappings without one. */
export function arrangeRows(
  rows: readonly CheckedMapping[],
  { query, filter, sort }: { query: string; filter: TableFilter; sort: TableSort | undefined },
): readonly CheckedMapping[] {
  const wanted = query.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      isShown(row, filter) &&
      (wanted === '' ||
        `${row.mapping.source}\n${row.mapping.target}\n${row.sentence}`.toLowerCase().includes(wanted)),
  );
  return sort ? [...found].sort((left, right) => compare(left, right, sort)) : found;
}

function isShown(row: CheckedMapping, filter: TableFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'gone':
      return isGone(row);
    case 'comments':
      return countOpenComments(row.mapping) > 0;
    default:
      return row.verdict === filter;
  }
}

function compare(left: CheckedMapping, right: CheckedMapping, { by, isDescending }: TableSort): number {
  const order =
    by === 'verdict'
      ? verdictOrder[left.verdict] - verdictOrder[right.verdict]
      : by === 'comments'
        ? countOpenComments(left.mapping) - countOpenComments(right.mapping)
        : left.mapping[by].localeCompare(right.mapping[by]);
  return isDescending ? -order : order;
}
