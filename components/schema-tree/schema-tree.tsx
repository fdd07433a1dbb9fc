'use client';

import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import { buildSchemaTree, type SchemaTree as Tree } from '@/lib/schema/schema-tree';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import { FieldDetail } from './field-detail';
import { plainMark, type RowMark } from './row-mark';
import { TreeGrid, type TreeGridHandle } from './tree-grid';
import { TreeSearch } from './tree-search';
import { useTreeView } from './use-tree-view';

export type SchemaTreeProps = {
  /** A tree, or the schema to build one from. Keep the object the same between renders: a new one is a new tree. */
  tree: Tree | JsonSchemaNode;
  /** Spoken name of the tree; also said by its search box. */
  label: string;
  /** Names at the top that are left out; only with a schema. */
  hide?: readonly string[];
  /** Share filled, examples and hints by path, from `collectStatistics`. */
  statistics?: SchemaStatistics;
  /** Paths of folders that start open; without it a few at the top do. */
  openPaths?: readonly string[];
  /** Prefix of the rows' test ids; `schema-row` when left out. */
  testIdPrefix?: string;
  /** The path a person moved to. */
  onActiveChange?: (path: string) => void;
  /** Whether the detail of the active field stands below; not where another place says it. */
  hasDetail?: boolean;
  className?: string;
};

/** A searchable tree of fields with the detail of the active one. Give it a height by `className`. */
export function SchemaTree({
  tree: given,
  label,
  hide,
  statistics,
  openPaths,
  testIdPrefix = 'schema-row',
  onActiveChange,
  hasDetail = true,
  className = 'h-[32rem]',
}: SchemaTreeProps) {
  const hidden = hide?.join('\n');
  // Building is the one costly step, and the numbers of a tree must not change under its view.
  const tree = useMemo(
    () =>
      isTree(given)
        ? given
        : buildSchemaTree(given, hidden === undefined ? {} : { hide: hidden.split('\n') }),
    [given, hidden],
  );
  const view = useTreeView(tree, openPaths);
  const [activeId, setActiveId] = useState(-1);
  const grid = useRef<TreeGridHandle>(null);

  const markOf = (id: number): RowMark => {
    const required = tree.required[id] === 1;
    const known = statistics?.get(tree.path[id] ?? '');
    const sample = known?.examples[0] ?? '';
    if (!required && sample === '') return plainMark;
    return { ...plainMark, isRequired: required, sample };
  };

  const handleQuery = (query: string) => {
    view.filter(query);
    if (query === '' && activeId >= 0) grid.current?.showField(activeId);
  };

  return (
    <div
      className={`flex min-h-0 min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface ${className}`}
    >
      <div className="flex items-center gap-1 border-b border-line p-2">
        <div className="min-w-0 flex-1">
          <TreeSearch
            view={view}
            label={`Search ${label}`}
            onQueryChange={handleQuery}
            onJump={() => {
              const next = view.nextHit(activeId);
              if (next >= 0) grid.current?.showField(next);
            }}
            onLeave={() => grid.current?.focusField(view.nearestShown(activeId))}
          />
        </div>
        <Button
          variant="quiet"
          size="small"
          isIconOnly
          aria-label="Expand all"
          icon={<ChevronsUpDown aria-hidden size={16} />}
          onPress={() => view.expandAll()}
        />
        <Button
          variant="quiet"
          size="small"
          isIconOnly
          aria-label="Collapse all"
          icon={<ChevronsDownUp aria-hidden size={16} />}
          onPress={() => view.collapseAll()}
        />
      </div>
      <div className="min-h-0 flex-1 p-1">
        {tree.count === 0 ? (
          <p className="p-4 text-sm text-text-muted">This schema has no fields.</p>
        ) : (
          <TreeGrid
            ref={grid}
            view={view}
            label={label}
            testIdPrefix={testIdPrefix}
            activeId={activeId}
            selectedId={activeId}
            markOf={markOf}
            onActiveChange={(id) => {
              setActiveId(id);
              onActiveChange?.(tree.path[id] ?? '');
            }}
          />
        )}
      </div>
      {/* A fixed height: the tree must not jump while somebody walks through it. */}
      {hasDetail && (
        <div className="h-24 overflow-y-auto border-t border-line p-3">
          <FieldDetail
            tree={tree}
            id={activeId}
            statistics={statistics?.get(tree.path[activeId] ?? '')}
            hint="Choose a field to see what is known about it."
          />
        </div>
      )}
    </div>
  );
}

function isTree(given: Tree | JsonSchemaNode): given is Tree {
  return isJsonObject(given) && 'idOfPath' in given && given.idOfPath instanceof Map;
}
