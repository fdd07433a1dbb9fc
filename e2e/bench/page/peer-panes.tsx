import { type RefObject, useImperativeHandle, useMemo, useState } from 'react';
import {
  Button,
  Collection,
  type Key,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import type { RowLinkMark, RowMarks } from '@/components/map/row-marks';
import { rowHeight } from '@/components/schema-tree/tree-row';
import type { FieldType } from '@/lib/schema/field-type';
import { isFolder, type SchemaTree } from '@/lib/schema/schema-tree';
import type { PlainControl } from './plain-panes';
import { PlainRowContent, plainRowLook } from './plain-row';

type Item = {
  id: number;
  name: string;
  type: FieldType;
  depth: number;
  mark: RowLinkMark | undefined;
  children: readonly Item[];
};
type Marks = ReadonlyMap<number, RowLinkMark>;

function itemsOf(tree: SchemaTree, marks: Marks, query: string): Item[] {
  const make = (id: number): Item | undefined => {
    const children: Item[] = [];
    for (let at = id + 1; at < (tree.end[id] ?? 0); at = tree.end[at] ?? at + 1) {
      const child = make(at);
      if (child) children.push(child);
    }
    if (query !== '' && children.length === 0 && !tree.lower[id]?.includes(query)) return undefined;
    return {
      id,
      name: tree.name[id] ?? '',
      type: tree.type[id] ?? 'unknown',
      depth: tree.depth[id] ?? 0,
      mark: marks.get(id),
      children,
    };
  };
  const top: Item[] = [];
  for (let at = 0; at < tree.count; at = tree.end[at] ?? at + 1) {
    const item = make(at);
    if (item) top.push(item);
  }
  return top;
}

function allFolders(tree: SchemaTree): Set<Key> {
  const folders = new Set<Key>();
  for (let id = 0; id < tree.count; id += 1) if (isFolder(tree, id)) folders.add(id);
  return folders;
}

function renderItem(handle: 'start' | 'end') {
  const render = (item: Item) => (
    <TreeItem
      id={item.id}
      textValue={item.name}
      data-row={item.id}
      className={`${plainRowLook} relative ${handle === 'start' ? 'ps-0 pe-2' : 'ps-1.5 pe-0'} data-drop-target:outline-2`}
    >
      <TreeItemContent>
        {({ isExpanded }) => (
          <>
            <Button slot="drag" className="sr-only">
              Drag
            </Button>
            {item.children.length > 0 && (
              <Button slot="chevron" className="absolute size-4 opacity-0">
                Open
              </Button>
            )}
            <PlainRowContent
              name={item.name}
              type={item.type}
              depth={item.depth}
              isFolder={item.children.length > 0}
              isOpen={isExpanded}
              handle={handle}
              link={item.mark?.link ?? 'none'}
              linkText={item.mark?.text ?? ''}
            />
          </>
        )}
      </TreeItemContent>
      <Collection items={item.children}>{render}</Collection>
    </TreeItem>
  );
  return render;
}

const renderers = { start: renderItem('start'), end: renderItem('end') };

function PeerTree({
  tree,
  marks,
  name,
  handle,
  control,
}: {
  tree: SchemaTree;
  marks: Marks;
  name: string;
  handle: 'start' | 'end';
  control: RefObject<PlainControl | null>;
}) {
  const [query, setQuery] = useState('');
  const [expanded, setExpanded] = useState<Set<Key>>(() => new Set());
  const items = useMemo(() => itemsOf(tree, marks, query), [tree, marks, query]);
  useImperativeHandle(control, () => ({ expandAll: () => setExpanded(allFolders(tree)) }));
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    acceptedDragTypes: 'all',
    shouldAcceptItemDrop: () => true,
    onItemDrop: () => {},
  });
  return (
    <section data-peer={name} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <input
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="h-12 shrink-0 border"
      />
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
        <Tree
          aria-label={name}
          items={items}
          selectionMode="single"
          expandedKeys={query === '' ? expanded : allFolders(tree)}
          onExpandedChange={(keys) => setExpanded(new Set(keys))}
          dragAndDropHooks={dragAndDropHooks}
          className="min-h-0 flex-1 overflow-auto bg-surface"
          data-scroller=""
        >
          {renderers[handle]}
        </Tree>
      </Virtualizer>
    </section>
  );
}

/** The well-known accessible tree with the same rows, windowing and dragging: what the product is measured against. */
export function PeerPanes({
  source,
  target,
  controls,
  marks,
}: {
  source: SchemaTree;
  target: SchemaTree;
  controls: Record<'source' | 'target', RefObject<PlainControl | null>>;
  marks: RowMarks;
}) {
  return (
    <div className="flex min-h-0 flex-1">
      <PeerTree tree={source} marks={marks.source} handle="end" control={controls.source} name="source" />
      <div className="w-44 shrink-0 bg-page" />
      <PeerTree tree={target} marks={marks.target} handle="start" control={controls.target} name="target" />
    </div>
  );
}
