import clsx from 'clsx';
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { describeFieldType, FieldTypeIcon } from '@/components/schema-tree/field-type-icon';
import { chevronOutline, RowGlyph } from '@/components/schema-tree/row-glyph';
import { handleLooks, type RowLink, rowHeight } from '@/components/schema-tree/tree-row';
import type { FieldType } from '@/lib/schema/field-type';

export type PlainRowProps = {
  name: string;
  type: FieldType;
  depth: number;
  isFolder: boolean;
  isOpen: boolean;
  handle: 'start' | 'end';
  link: RowLink;
  linkText: string;
};

export const plainRowLook =
  'group/row flex h-[30px] cursor-default touch-pan-y items-center gap-1.5 rounded-sm text-sm select-none hover:bg-surface-hover';

/** A row of the product in its place, without roles, focus, states and the means to act on it. */
export function PlainRow({ id, row, ...content }: PlainRowProps & { id: number; row: number }) {
  const place = { transform: `translateY(${row * rowHeight}px)` };
  return (
    <div
      data-row={id}
      style={place}
      className={clsx(
        'absolute inset-x-0 top-0',
        plainRowLook,
        content.handle === 'start' ? 'ps-0 pe-2' : 'ps-1.5 pe-0',
        content.link === 'left-out' && 'text-text-muted',
      )}
    >
      <PlainRowContent {...content} />
    </div>
  );
}

/** What such a row holds: element by element what the product's row holds for a field in the same state. */
export const PlainRowContent = memo(function PlainRowContent(props: PlainRowProps) {
  return (
    <>
      <div
        className="flex h-full min-w-0 flex-1 items-center gap-1.5"
        style={{ paddingInlineStart: Math.min(props.depth, 14) * 14 }}
      >
        {props.isFolder ? (
          <span className="grid h-full w-5 shrink-0 place-items-center text-text-muted hover:text-text">
            <RowGlyph
              outline={chevronOutline}
              className={clsx('transition-transform rtl:-scale-x-100', props.isOpen && 'rotate-90')}
            />
          </span>
        ) : (
          <span className="w-5 shrink-0" />
        )}
        <FieldTypeIcon type={props.type} />
        <bdi className={clsx('min-w-0 shrink truncate leading-[30px]', props.isFolder && 'font-medium')}>
          {props.name}
        </bdi>
        <span className="sr-only">, {describeFieldType(props.type, undefined)}</span>
        {props.linkText !== '' && <span className="sr-only">, {props.linkText}</span>}
        {props.link === 'error' && <TriangleAlert aria-hidden size={14} className="shrink-0 text-negative" />}
      </div>
      <div className={clsx('shrink-0', props.handle === 'start' && 'order-first')}>
        <button
          type="button"
          className="grid size-[28px] cursor-grab touch-none place-items-center rounded-full active:cursor-grabbing"
        >
          <span
            className={clsx(
              'size-2.5 rounded-full border-2 group-hover/row:scale-125 forced-color-adjust-none',
              handleLooks[props.link],
            )}
          />
        </button>
      </div>
    </>
  );
});
