import { ChevronRight } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { FieldTypeIcon } from '@/components/schema-tree/field-type-icon';
import type { FieldType } from '@/lib/schema/field-type';

export type PlainRowProps = {
  name: string;
  type: FieldType;
  depth: number;
  isFolder: boolean;
  isOpen: boolean;
  handle: 'start' | 'end';
};

/** What a row of the product shows, without roles, states and the means to act on it. */
export const PlainRowContent = memo(function PlainRowContent(props: PlainRowProps) {
  const indent: CSSProperties & Record<'--indent', string> = { '--indent': `${props.depth * 14}px` };
  const handle = (
    <div className="shrink-0">
      <button
        type="button"
        tabIndex={-1}
        className="grid size-[28px] touch-none place-items-center rounded-full"
      >
        <span className="size-2.5 rounded-full border-2 border-line-strong bg-surface transition-transform" />
      </button>
    </div>
  );
  return (
    <>
      {props.handle === 'start' && handle}
      <div className="flex h-full min-w-0 flex-1 items-center gap-1.5 ps-(--indent)" style={indent}>
        {props.isFolder ? (
          <span className="grid h-full w-5 shrink-0 place-items-center text-text-muted">
            <ChevronRight
              size={14}
              className={props.isOpen ? 'transition-transform rotate-90' : 'transition-transform'}
            />
          </span>
        ) : (
          <span className="w-5 shrink-0" />
        )}
        <FieldTypeIcon type={props.type} />
        <bdi className="min-w-0 shrink truncate leading-[30px]">{props.name}</bdi>
      </div>
      {props.handle === 'end' && handle}
    </>
  );
});
