import type { SuggestCase } from '../case-file';
import type { SuggestField } from '../suggestion';
import packed from './generated/xdm-trees.json';
import { readWrittenCase, unpackTree, type WrittenCase } from './written-case';

const trees = new Map<string, SuggestField[]>();

/** The fields of a packed standard schema, read once. For tests, benchmarks and calibration only: it is a quarter of a megabyte. */
export function readTree(name: string): SuggestField[] {
  const tree = trees.get(name) ?? unpackTree(packed, name);
  trees.set(name, tree);
  return tree;
}

/** Written cases over the whole standard schemas. */
export function readCases(written: readonly WrittenCase[]): SuggestCase[] {
  return written.map((one) => readWrittenCase(one, readTree(one.tree)));
}
