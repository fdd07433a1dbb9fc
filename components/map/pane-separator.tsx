'use client';

import type { KeyboardEvent, PointerEvent } from 'react';
import { greatestShare, leastShare } from './use-pane-share';

const stepPercent = 2;

/** The edge between the panes, to be dragged or moved with the arrow keys. A double click makes them equal. */
export function PaneSeparator({ share, onChange }: { share: number; onChange: (share: number) => void }) {
  const handleKey = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: share - stepPercent,
      ArrowRight: share + stepPercent,
      Home: leastShare,
      End: greatestShare,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
  };
  const handleMove = (event: PointerEvent<HTMLDivElement>) => {
    const panes = event.currentTarget.closest('[data-panes]')?.getBoundingClientRect();
    const gap = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
    if (!panes || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange(((event.clientX - panes.left) / Math.max(1, panes.width - gap)) * 100);
  };
  const semantics = {
    'aria-orientation': 'vertical',
    'aria-label': 'Width of the source fields',
    'aria-valuenow': share,
    'aria-valuemin': leastShare,
    'aria-valuemax': greatestShare,
    'aria-valuetext': `${share} percent`,
  } as const;
  return (
    <div
      role="separator"
      {...semantics}
      tabIndex={0}
      onKeyDown={handleKey}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={handleMove}
      onDoubleClick={() => onChange(50)}
      className="focus-ring-inset group pointer-events-auto absolute inset-y-0 -start-2 z-10 w-3 cursor-col-resize touch-none"
    >
      <span className="mx-auto block h-full w-px bg-transparent group-hover:w-1 group-hover:bg-accent group-focus-visible:w-1 group-focus-visible:bg-focus forced-colors:group-hover:bg-[Highlight]" />
    </div>
  );
}
