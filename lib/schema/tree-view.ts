import { isFolder, type SchemaTree } from './schema-tree';

/** In `slot`: the field is filtered away. */
export const filteredAway = -0x80000000;

/** What is on show at one moment; never changes, so a component may keep it. */
export type TreeSnapshot = {
  readonly rows: Int32Array;
  readonly slot: Int32Array;
  readonly isFiltered: boolean;
  readonly hitCount: number;
  /** The query the rows answer to, as typed. */
  readonly query: string;
  readonly isHit: (id: number) => boolean;
};

/** Which rows of a tree are on show. Lives outside React; read it with `useSyncExternalStore` over `snapshot`. */
export type TreeView = {
  readonly tree: SchemaTree;
  /** The same object until something changes. */
  snapshot: () => TreeSnapshot;
  /** Grows with each change of what is on show. */
  version: () => number;
  subscribe: (listener: () => void) => () => void;
  /** Field ids in the order of the rows. */
  rows: () => Int32Array;
  /**
   * Per field: its row; or minus (row + 1) of the nearest ancestor on show when it is hidden in a closed folder; or
   * `filteredAway`.
   */
  slot: () => Int32Array;
  isOpen: (id: number) => boolean;
  setOpen: (id: number, open: boolean) => void;
  toggle: (id: number) => void;
  expandAll: () => void;
  collapseAll: () => void;
  /** Opens every sibling of a field, itself included: the `*` key. */
  expandSiblings: (id: number) => void;
  /** Opens what hides a field and gives up the filter when that hides it; returns its row. */
  reveal: (id: number) => number;
  /** Shows hits and their ancestors only; an empty query without `keep` brings the person's own folders back. */
  filter: (query: string, keep?: (id: number) => boolean) => void;
  isFiltered: () => boolean;
  hitCount: () => number;
  isHit: (id: number) => boolean;
  /** The next hit after a field in tree order, from the top again after the last; −1 without any. */
  nextHit: (after: number) => number;
  /** The next row after `from` whose name starts with the typed text; −1 without any. */
  findTyped: (typed: string, from: number) => number;
  /** The field itself when on show, else the ancestor that hides it, else the first row; −1 when nothing is on show. */
  nearestShown: (id: number) => number;
};

const hit = 2;
const aboveHit = 1;

/** Makes the view of a tree; folders whose id is in `open` start open, else those at the top when they are few. */
export function createTreeView(tree: SchemaTree, initiallyOpen?: Iterable<number>): TreeView {
  const open = new Uint8Array(tree.count);
  for (const id of initiallyOpen ?? topFolders(tree)) open[id] = 1;
  let mask: Uint8Array | undefined;
  // Under a filter folders have a life of their own: 1 open on hits only, 2 opened by hand and showing everything.
  let filterOpen = new Uint8Array(0);
  let hits = 0;
  let rows = new Int32Array(0);
  let slot = new Int32Array(tree.count);
  let version = 0;
  let query = '';
  let snapshot: TreeSnapshot = { rows, slot, isFiltered: false, hitCount: 0, query, isHit: () => false };
  const listeners = new Set<() => void>();
  // Used again by each flattening: a key of a search would otherwise leave half a megabyte behind.
  const next = new Int32Array(tree.count);
  const shown = new Uint8Array(tree.count);
  // What the next letter of a search has to look at: a name without "am" is none with "amo".
  let lastSearch: { wanted: string; hits: Int32Array } | undefined;

  const flatten = () => {
    const place = new Int32Array(tree.count);
    // At once: done field by field it would be the larger part of a search.
    if (mask) place.fill(filteredAway);
    let row = 0;
    let at = 0;
    while (at < tree.count) {
      const end = tree.end[at] ?? at + 1;
      const parent = tree.parent[at] ?? -1;
      const visible =
        mask === undefined || (mask[at] ?? 0) > 0 || (parent >= 0 && (shown[parent] ?? 0) === 2);
      if (!visible) {
        at = end;
        continue;
      }
      next[row] = at;
      place[at] = row;
      row += 1;
      const openness = mask === undefined ? (open[at] ?? 0) : (filterOpen[at] ?? 0);
      shown[at] = openness;
      if (openness > 0) {
        at += 1;
        continue;
      }
      if (mask === undefined || mask[at] === hit) {
        if (end > at + 1) place.fill(-row, at + 1, end);
      } else {
        // A line to a field that does not match must not hang on a closed folder that does.
        for (let inner = at + 1; inner < end; inner += 1) if ((mask[inner] ?? 0) > 0) place[inner] = -row;
      }
      at = end;
    }
    rows = next.slice(0, row);
    slot = place;
    const marks = mask;
    snapshot = {
      rows,
      slot,
      isFiltered: marks !== undefined,
      hitCount: hits,
      query,
      isHit: (id) => marks?.[id] === hit,
    };
  };

  const change = () => {
    flatten();
    version += 1;
    for (const listener of listeners) listener();
  };

  const isOpen = (id: number) => (mask === undefined ? (open[id] ?? 0) : (filterOpen[id] ?? 0)) > 0;

  const openWithoutTelling = (id: number, wanted: boolean) => {
    if (!isFolder(tree, id)) return;
    if (mask === undefined) open[id] = wanted ? 1 : 0;
    else filterOpen[id] = wanted ? 2 : 0;
  };

  const view: TreeView = {
    tree,
    snapshot: () => snapshot,
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rows: () => rows,
    slot: () => slot,
    isOpen,
    setOpen: (id, wanted) => {
      if (!isFolder(tree, id) || isOpen(id) === wanted) return;
      openWithoutTelling(id, wanted);
      change();
    },
    toggle: (id) => view.setOpen(id, !isOpen(id)),
    expandAll: () => {
      if (mask === undefined) open.fill(1);
      else filterOpen.fill(2);
      change();
    },
    collapseAll: () => {
      if (mask === undefined) open.fill(0);
      else filterOpen.fill(0);
      change();
    },
    expandSiblings: (id) => {
      const parent = tree.parent[id] ?? -1;
      const stop = parent < 0 ? tree.count : (tree.end[parent] ?? 0);
      for (let at = parent + 1; at < stop; at = tree.end[at] ?? at + 1) {
        if (!isOpen(at)) openWithoutTelling(at, true);
      }
      change();
    },
    reveal: (id) => {
      if (id < 0 || id >= tree.count) return -1;
      if (mask !== undefined && slot[id] === filteredAway) {
        mask = undefined;
        hits = 0;
        query = '';
      }
      for (let up = tree.parent[id] ?? -1; up >= 0; up = tree.parent[up] ?? -1) {
        if (!isOpen(up)) openWithoutTelling(up, true);
      }
      change();
      return slot[id] ?? -1;
    },
    filter: (typed, keep) => {
      const wanted = typed.trim().toLowerCase();
      if (wanted === '' && !keep) {
        if (mask === undefined && query === typed) return;
        query = typed;
        mask = undefined;
        hits = 0;
        change();
        return;
      }
      query = typed;
      const marks = new Uint8Array(tree.count);
      filterOpen = new Uint8Array(tree.count);
      hits = 0;
      const byPath = wanted.includes('.');
      const found = new Int32Array(tree.count);
      const consider = (at: number) => {
        // A name may hold dots itself; in the path they are escaped.
        const isNamed =
          (tree.lower[at] ?? '').includes(wanted) ||
          (byPath && (tree.path[at] ?? '').toLowerCase().includes(wanted));
        if (!isNamed || (keep && !keep(at))) return;
        marks[at] = hit;
        found[hits] = at;
        hits += 1;
        for (let up = tree.parent[at] ?? -1; up >= 0 && filterOpen[up] !== 1; up = tree.parent[up] ?? -1) {
          if (marks[up] !== hit) marks[up] = aboveHit;
          filterOpen[up] = 1;
        }
      };
      const isNarrower = lastSearch && !byPath && !keep && wanted.includes(lastSearch.wanted);
      if (lastSearch && isNarrower) for (const at of lastSearch.hits) consider(at);
      else for (let at = 0; at < tree.count; at += 1) consider(at);
      lastSearch = keep || byPath ? undefined : { wanted, hits: found.slice(0, hits) };
      mask = marks;
      change();
    },
    isFiltered: () => mask !== undefined,
    hitCount: () => hits,
    isHit: (id) => mask?.[id] === hit,
    nextHit: (after) => {
      for (let step = 1; step <= tree.count; step += 1) {
        const id = (after + step + tree.count) % tree.count;
        if (mask?.[id] === hit) return id;
      }
      return -1;
    },
    findTyped: (typed, from) => {
      const wanted = typed.toLowerCase();
      const start = Math.max(slot[from] ?? 0, 0);
      // A first letter moves on; more letters may still fit the row they have reached.
      const skip = typed.length > 1 ? 0 : 1;
      for (let step = 0; step < rows.length; step += 1) {
        const id = rows[(start + skip + step) % rows.length] ?? -1;
        if (tree.lower[id]?.startsWith(wanted)) return id;
      }
      return -1;
    },
    nearestShown: (id) => nearestShown(tree, snapshot, id),
  };
  flatten();
  return view;
}

// A single wrapper (`data`, `content`) is of no interest closed.
function topFolders(tree: SchemaTree): number[] {
  const top: number[] = [];
  for (let at = 0; at < tree.count; at = tree.end[at] ?? at + 1) if (isFolder(tree, at)) top.push(at);
  return top.length <= 3 ? top : [];
}

/** As `TreeView.nearestShown`, from a snapshot. */
export function nearestShown(tree: SchemaTree, { rows, slot }: TreeSnapshot, id: number): number {
  const row = slot[id] ?? filteredAway;
  if (row >= 0) return id;
  if (row !== filteredAway) return rows[-row - 1] ?? -1;
  for (let up = tree.parent[id] ?? -1; up >= 0; up = tree.parent[up] ?? -1) {
    if ((slot[up] ?? filteredAway) >= 0) return up;
  }
  return rows[0] ?? -1;
}
