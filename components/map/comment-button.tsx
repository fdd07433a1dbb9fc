'use client';

import { MessageSquare } from 'lucide-react';
import dynamic from 'next/dynamic';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { Spinner } from '@/components/ui/spinner';
import { countOpenComments } from '@/lib/mapping/change-comments';
import { describeSource } from '@/lib/mapping/commands';
import type { CommentThreadProps } from './comment-thread';

const CommentThread = dynamic(() => import('./comment-thread').then((module) => module.CommentThread), {
  ssr: false,
  loading: () => <Spinner label="Opening the comments" />,
});

/** Opens the comments of a row; its name says how many are open. */
export function CommentButton(props: CommentThreadProps & { isInGrid?: boolean }) {
  const { mapping, isInGrid = false } = props;
  const open = countOpenComments(mapping);
  const total = mapping.comments?.length ?? 0;
  const row = `${describeSource(mapping)} to ${mapping.target}`;
  const count = open > 0 ? `${open} open` : total > 0 ? `${total} resolved` : 'none yet';
  return (
    <Popover
      label={`Comments on ${row}`}
      placement="bottom end"
      trigger={(opens) => (
        <Button
          {...opens}
          size="small"
          variant="quiet"
          {...(isInGrid && { 'aria-label': `Comments on ${row}: ${count}`, excludeFromTabOrder: true })}
          icon={
            <MessageSquare
              aria-hidden
              size={14}
              className={open > 0 ? 'fill-accent-soft text-accent' : total > 0 ? '' : 'opacity-60'}
            />
          }
        >
          {isInGrid ? (open > 0 ? String(open) : '') : open > 0 ? `${open} open` : 'Comment'}
        </Button>
      )}
    >
      <CommentThread {...props} />
    </Popover>
  );
}
