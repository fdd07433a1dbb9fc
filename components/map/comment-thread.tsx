'use client';

import clsx from 'clsx';
import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import { TextField } from '@/components/ui/text-field';
import type { FieldMapping } from '@/lib/mapping/mapping';
import type { MappingModel } from './use-mapping-model';

export type CommentThreadProps = {
  mapping: FieldMapping;
  model: MappingModel;
  /** Signs what is written. */
  personName: string;
  readOnly: boolean;
};

const maxLength = 2_000;

/** The remarks of the team about one row: read, write, settle, take back. */
export function CommentThread({ mapping, model, personName, readOnly }: CommentThreadProps) {
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const comments = mapping.comments ?? [];
  const isTooLong = text.length > maxLength;
  const sign = () => ({ authorName: personName, atMs: Date.now() });

  const save = () => {
    if (text.trim() === '' || isTooLong) return;
    model.run({ type: 'add-comment', id: mapping.id, text, by: sign() });
    setText('');
    announce('Comment added.');
  };

  return (
    <div className="flex w-80 max-w-full flex-col gap-3 text-sm">
      {comments.length === 0 && <p className="text-text-muted">No comments on this row yet.</p>}
      {comments.length > 0 && (
        <ul className="flex max-h-64 flex-col gap-2 overflow-y-auto" aria-label="Comments">
          {comments.map(({ id, text: said, authorName, atMs, resolved }) => (
            <li
              key={id}
              className={clsx(
                'rounded-md border border-line p-2',
                resolved ? 'bg-surface-sunken text-text-muted' : 'bg-surface',
              )}
            >
              <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-text-muted">
                <bdi className="font-medium text-text">{authorName}</bdi>
                <Moment timeMs={atMs} look="relative" />
              </p>
              <p className="break-words whitespace-pre-wrap" dir="auto">
                {said}
              </p>
              {resolved && (
                <p className="mt-1 text-xs">
                  Resolved by <bdi>{resolved.authorName}</bdi>,{' '}
                  <Moment timeMs={resolved.atMs} look="relative" />
                </p>
              )}
              {!readOnly && (
                <div className="mt-1 flex gap-1">
                  <Button
                    size="small"
                    variant="quiet"
                    icon={resolved ? <RotateCcw aria-hidden size={14} /> : <Check aria-hidden size={14} />}
                    onPress={() => {
                      if (resolved) model.run({ type: 'reopen-comment', id: mapping.id, commentId: id });
                      else model.run({ type: 'resolve-comment', id: mapping.id, commentId: id, by: sign() });
                      announce(resolved ? 'Comment reopened.' : 'Comment resolved.');
                    }}
                  >
                    {resolved ? 'Reopen' : 'Resolve'}
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    isIconOnly
                    aria-label={`Remove the comment by ${authorName}`}
                    icon={<Trash2 aria-hidden size={14} />}
                    onPress={() => {
                      model.run({ type: 'remove-comment', id: mapping.id, commentId: id });
                      announce('Comment removed. Undo brings it back.');
                    }}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextField
            label="Comment"
            kind="multiline"
            rows={2}
            value={text}
            onChange={setText}
            error={isTooLong ? 'This is longer than a comment may be. Shorten it.' : undefined}
          />
          <div className="flex justify-end">
            <Button
              type="submit"
              size="small"
              variant="primary"
              {...(text.trim() === '' && { disabledReason: 'Write something first.' })}
            >
              Add comment
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
