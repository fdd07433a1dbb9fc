'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import { SearchField } from '@/components/ui/search-field';
import type { TreeView } from '@/lib/schema/tree-view';
import { useTreeValue } from './use-tree-view';

export type TreeSearchProps = {
  view: TreeView;
  label: string;
  onQueryChange: (query: string) => void;
  /** Enter: goes on to the next hit. */
  onJump: () => void;
  /** Arrow down leaves the box for the tree. */
  onLeave: () => void;
};

const announceAfterMs = 600;
// Made once: the first number costs the most.
const numbers = new Intl.NumberFormat('en');

/** Searches all fields of a tree, open or not. Enter jumps from hit to hit, Escape gives the whole tree back. */
export function TreeSearch({ view, label, onQueryChange, onJump, onLeave }: TreeSearchProps) {
  const query = useTreeValue(view, (snapshot) => snapshot.query);
  const hitCount = useTreeValue(view, (snapshot) => snapshot.hitCount);
  const announce = useAnnounce();
  const isFirst = useRef(true);

  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (query.trim() === '') return;
    const timer = setTimeout(() => announce(describeHits(hitCount)), announceAfterMs);
    return () => clearTimeout(timer);
  }, [query, hitCount, announce]);

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onJump();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
    }
  };

  return (
    <div className="flex min-w-0 items-center gap-2">
      <SearchField
        label={label}
        value={query}
        onChange={onQueryChange}
        onKeyDown={handleKeyDown}
        className="flex-1"
      />
      {query.trim() !== '' && (
        <span aria-hidden className="tabular shrink-0 text-xs text-text-muted">
          {describeHits(hitCount)}
        </span>
      )}
    </div>
  );
}

function describeHits(count: number): string {
  if (count === 0) return 'Nothing found';
  return count === 1 ? '1 field' : `${numbers.format(count)} fields`;
}
