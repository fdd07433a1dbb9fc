'use client';

import clsx from 'clsx';
import {
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';

/** `unknown`: sent, no answer yet; never drawn as a failure. `attention`: stopped, somebody has to decide. */
export type ProgressState = 'waiting' | 'working' | 'done' | 'attention' | 'failed' | 'unknown' | 'skipped';

export type ProgressItem = {
  id: string;
  title: ReactNode;
  state: ProgressState;
  /** Status in words, replacing the standard ones. */
  stateText?: string;
  /** Ids, reasons, times. */
  detail?: ReactNode;
  /** Buttons for this row. */
  actions?: ReactNode;
};

export type ProgressListProps = { label: string; items: readonly ProgressItem[]; className?: string };

const looks: Record<ProgressState, { glyph: LucideIcon; tone: string; words: string }> = {
  waiting: { glyph: Circle, tone: 'text-text-muted', words: 'Waiting' },
  working: { glyph: LoaderCircle, tone: 'text-accent animate-turn', words: 'In progress' },
  done: { glyph: CircleCheck, tone: 'text-positive', words: 'Done' },
  attention: { glyph: TriangleAlert, tone: 'text-caution', words: 'Needs you' },
  failed: { glyph: CircleAlert, tone: 'text-negative', words: 'Failed' },
  unknown: { glyph: CircleHelp, tone: 'text-info', words: 'Not known yet, checking' },
  skipped: { glyph: CircleDashed, tone: 'text-text-muted', words: 'Not needed' },
};

/** A checklist of what a job does, each with its state as a sign and in words. */
export function ProgressList({ label, items, className }: ProgressListProps) {
  return (
    <ol aria-label={label} className={clsx('flex flex-col', className)}>
      {items.map((item) => {
        const { glyph: Glyph, tone, words } = looks[item.state];
        return (
          <li
            key={item.id}
            aria-current={item.state === 'working' ? 'step' : undefined}
            className="flex gap-3 border-b border-line py-2.5 last:border-b-0"
          >
            <Glyph aria-hidden size={20} className={clsx('mt-px shrink-0', tone)} />
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className={clsx('min-w-0', item.state === 'waiting' && 'text-text-muted')}>
                  {item.title}
                </span>
                <span className="text-sm text-text-muted">{item.stateText ?? words}</span>
              </div>
              {item.detail !== undefined && <div className="text-sm text-text-muted">{item.detail}</div>}
              {item.actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{item.actions}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
