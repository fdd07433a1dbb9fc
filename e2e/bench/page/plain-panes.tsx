import { type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PressedLine } from '@/components/map/grabbed-line';
import type { LineEdge } from '@/components/map/line-bundles';
import { LineLayer } from '@/components/map/line-layer';
import type { RowLinkMark, RowMarks } from '@/components/map/row-marks';
import { createValueStore } from '@/components/map/value-store';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { rowHeight } from '@/components/schema-tree/tree-row';
import { isFolder, type SchemaTree } from '@/lib/schema/schema-tree';
import { createTreeView, type TreeView } from '@/lib/schema/tree-view';
import { PlainRow } from './plain-row';

const overscan = 8;
const stepRows = 4;
// As many as the product draws at the same height: those in view and a step.
const shownRows = 22 + stepRows;

type PlainListProps = {
  tree: SchemaTree;
  marks: ReadonlyMap<number, RowLinkMark>;
  handle: 'start' | 'end';
  control: RefObject<PlainControl | null>;
  name: string;
};

/** What the benchmark asks of a list. */
export type PlainControl = { expandAll: () => void };

/** A virtual list in as little code as it takes: no roles, no focus, no dragging, no lines. */
function PlainList({ tree, marks, handle, control, name }: PlainListProps) {
  const [open, setOpen] = useState(() => new Uint8Array(tree.count));
  const [query, setQuery] = useState('');
  const [start, setStart] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(tree, open, query), [tree, open, query]);
  useImperativeHandle(control, () => ({ expandAll: () => setOpen(new Uint8Array(tree.count).fill(1)) }));
  useEffect(() => {
    const press = (event: Event) => {
      const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
      if (!row) return;
      const id = Number(row.getAttribute('data-row'));
      setOpen((last) => last.with(id, last[id] === 1 ? 0 : 1));
    };
    const list = scroller.current;
    list?.addEventListener('click', press);
    return () => list?.removeEventListener('click', press);
  }, []);
  const first = Math.max(0, start - overscan);
  const shown = Array.from(rows.subarray(first, start + shownRows + overscan));
  return (
    <section data-plain={name} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <input
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="h-12 shrink-0 border"
      />
      <div
        ref={scroller}
        data-scroller=""
        className="relative min-h-0 flex-1 overflow-auto bg-surface [contain:strict] will-change-transform"
        onScroll={() => {
          const next = Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight / stepRows) * stepRows;
          if (next !== start) flushSync(() => setStart(next));
        }}
      >
        <div style={{ height: rows.length * rowHeight }} className="relative w-full">
          {shown.map((id, at) => {
            const mark = marks.get(id);
            return (
              <PlainRow
                key={id}
                id={id}
                row={first + at}
                name={tree.name[id] ?? ''}
                type={tree.type[id] ?? 'unknown'}
                depth={tree.depth[id] ?? 0}
                isFolder={isFolder(tree, id)}
                isOpen={open[id] === 1}
                handle={handle}
                link={mark?.link ?? 'none'}
                linkText={mark?.text ?? ''}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

function rowsOf(tree: SchemaTree, open: Uint8Array, query: string): Int32Array {
  const rows = new Int32Array(tree.count);
  let count = 0;
  if (query !== '') {
    const keep = new Uint8Array(tree.count);
    for (let id = 0; id < tree.count; id += 1) {
      if (!tree.lower[id]?.includes(query)) continue;
      for (let up = id; up >= 0 && keep[up] === 0; up = tree.parent[up] ?? -1) keep[up] = 1;
    }
    for (let id = 0; id < tree.count; id += 1) {
      if (keep[id] === 1) rows[count++] = id;
    }
    return rows.subarray(0, count);
  }
  for (let id = 0; id < tree.count; ) {
    rows[count++] = id;
    id = open[id] === 1 ? id + 1 : (tree.end[id] ?? id + 1);
  }
  return rows.subarray(0, count);
}

/** Two plain lists, the floor that the product is compared with; with `hasLines` under the product's own line layer. */
export function PlainPanes({
  source,
  target,
  controls,
  marks,
  hasLines = false,
}: {
  source: SchemaTree;
  target: SchemaTree;
  controls: Record<'source' | 'target', RefObject<PlainControl | null>>;
  marks: RowMarks;
  hasLines?: boolean;
}) {
  const root = useRef<HTMLDivElement>(null);
  return (
    <div ref={root} className="flex min-h-0 flex-1">
      <PlainList tree={source} marks={marks.source} handle="end" control={controls.source} name="source" />
      <div className="w-44 shrink-0 bg-page">
        {hasLines && <Lines root={root} source={source} target={target} edges={marks.edges} />}
      </div>
      <PlainList tree={target} marks={marks.target} handle="start" control={controls.target} name="target" />
    </div>
  );
}

function Lines({
  root,
  source,
  target,
  edges,
}: {
  root: RefObject<HTMLDivElement | null>;
  source: SchemaTree;
  target: SchemaTree;
  edges: readonly LineEdge[];
}) {
  const [views] = useState(() => ({ source: anOpenView(source), target: anOpenView(target) }));
  const [hovered] = useState(() => createValueStore<readonly string[]>([]));
  const gridOf = (name: string): RefObject<TreeGridHandle | null> => ({
    current: {
      scroller: () => root.current?.querySelector(`[data-plain=${name}] [data-scroller]`) ?? null,
      stickyIds: () => [],
      focusField: () => {},
      showField: () => {},
    },
  });
  const [grids] = useState(() => ({ source: gridOf('source'), target: gridOf('target') }));
  const pressed = useRef<PressedLine>(undefined);
  return (
    <LineLayer
      edges={edges}
      sourceView={views.source}
      targetView={views.target}
      sourceGrid={grids.source}
      targetGrid={grids.target}
      activeIds={noIds}
      hoveredIds={hovered}
      onLineHover={() => {}}
      onLinePress={() => {}}
      pressed={pressed}
    />
  );
}

const noIds: readonly string[] = [];

function anOpenView(tree: SchemaTree): TreeView {
  const view = createTreeView(tree, []);
  view.expandAll();
  return view;
}
