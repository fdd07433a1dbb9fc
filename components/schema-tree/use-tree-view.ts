'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { isFolder, type SchemaTree } from '@/lib/schema/schema-tree';
import { createTreeView, type TreeSnapshot, type TreeView } from '@/lib/schema/tree-view';

/** The view of a tree; a new one when the tree is another. `openPaths` name folders that start open. */
export function useTreeView(tree: SchemaTree, openPaths?: readonly string[]): TreeView {
  const paths = openPaths?.join('\n');
  // Kept per tree: what a person opened must outlive every render, and a new tree has new numbers.
  return useMemo(() => {
    if (paths === undefined) return createTreeView(tree);
    const ids = paths.split('\n').map((path) => tree.idOfPath.get(path) ?? -1);
    return createTreeView(
      tree,
      ids.filter((id) => id >= 0 && isFolder(tree, id)),
    );
  }, [tree, paths]);
}

/** What is on show now; renders again when that changes. */
export function useTreeSnapshot(view: TreeView): TreeSnapshot {
  return useSyncExternalStore(view.subscribe, view.snapshot, view.snapshot);
}

/** Something of what is on show, as a plain value; renders again only when that value changes. */
export function useTreeValue<T extends string | number | boolean>(
  view: TreeView,
  pick: (snapshot: TreeSnapshot) => T,
): T {
  const read = () => pick(view.snapshot());
  return useSyncExternalStore(view.subscribe, read, read);
}
