import { isFolder } from '@/lib/schema/schema-tree';
import type { TreeView } from '@/lib/schema/tree-view';

/**
 * What a key of the tree pattern does from a field: opens or closes folders in the view and answers the field to go
 * to, or undefined when the key is none of the tree's.
 */
export function moveInTree(view: TreeView, id: number, key: string, pageRows: number): number | undefined {
  const { tree } = view;
  const rows = view.rows();
  const row = Math.max(0, view.slot()[id] ?? 0);
  const at = (wanted: number) => rows[Math.max(0, Math.min(rows.length - 1, wanted))] ?? id;
  switch (key) {
    case 'ArrowDown':
      return at(row + 1);
    case 'ArrowUp':
      return at(row - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(rows.length - 1);
    case 'PageDown':
      return at(row + pageRows);
    case 'PageUp':
      return at(row - pageRows);
    case 'ArrowRight':
      if (!isFolder(tree, id)) return id;
      if (view.isOpen(id)) return at(row + 1);
      view.setOpen(id, true);
      return id;
    case 'ArrowLeft': {
      if (isFolder(tree, id) && view.isOpen(id)) {
        view.setOpen(id, false);
        return id;
      }
      const parent = tree.parent[id] ?? -1;
      return parent >= 0 ? parent : id;
    }
    case '*':
      view.expandSiblings(id);
      return id;
    default:
      return undefined;
  }
}
