'use client';

import clsx from 'clsx';
import { KeyRound, List, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { FieldType } from '@/lib/schema/field-type';
import { describeFieldType, FieldTypeIcon } from './field-type-icon';
import { chevronOutline, RowGlyph } from './row-glyph';

export const rowHeight = 30;

/** How a field takes part in the mappings: the look of its handle. */
export type RowLink = 'none' | 'suggested' | 'mapped' | 'converts' | 'error' | 'covered' | 'left-out';

// Only primitives: that is what lets a row of 10,000 stay as it is while its neighbours change.
export type TreeRowProps = {
  id: number;
  row: number;
  testId: string;
  name: string;
  title: string | undefined;
  type: FieldType;
  itemType: FieldType | undefined;
  depth: number;
  pos: number;
  size: number;
  isFolder: boolean;
  isOpen: boolean;
  isTabStop: boolean;
  isActive: boolean;
  isSelected: boolean;
  isHit: boolean;
  isRequired: boolean;
  isRequiredLeft: boolean;
  isIdentity: boolean;
  isDeprecated: boolean;
  enumSize: number;
  /** Where the handle stands, if there is one. */
  handle: 'start' | 'end' | 'none';
  handleLabel: string;
  link: RowLink;
  /** Steps back: not a place for the field that is picked up. */
  isDimmed: boolean;
  /** Said after the name: “mapped to order.total”. */
  linkText: string;
  sample: string;
};

// Spread, not written as attributes: the lint rules that ask for <tr> and <td> know no grid made of positioned lines.
const gridCell = { role: 'gridcell' };

/** How the handle says what the row is linked to. */
export const handleLooks: Record<RowLink, string> = {
  none: 'border-line-strong bg-surface forced-colors:border-[ButtonText]',
  suggested: 'border-dashed border-accent bg-surface forced-colors:border-[ButtonText]',
  mapped: 'border-accent bg-accent forced-colors:border-[Highlight] forced-colors:bg-[Highlight]',
  converts: 'border-caution bg-caution forced-colors:border-[Highlight] forced-colors:bg-[Highlight]',
  error: 'border-negative bg-negative forced-colors:border-[Mark] forced-colors:bg-[Mark]',
  covered: 'border-accent bg-accent-soft forced-colors:border-[Highlight] forced-colors:bg-[Canvas]',
  'left-out': 'border-line bg-surface-sunken forced-colors:border-[GrayText]',
};

/** One line of a tree of fields. It has no handlers: the tree listens for all of them. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const place = { transform: `translateY(${props.row * rowHeight}px)` };
  // Beyond 14 levels the level is told by aria-level and the detail, not by more room. Not a custom property, which all that the
  // row holds would inherit.
  const indent = { paddingInlineStart: Math.min(props.depth, 14) * 14 };
  const semantics = {
    role: 'row',
    'aria-level': props.depth + 1,
    'aria-setsize': props.size,
    'aria-posinset': props.pos,
    'aria-rowindex': props.row + 1,
    'aria-selected': props.isSelected,
    ...(props.isFolder && { 'aria-expanded': props.isOpen }),
  };
  return (
    <div
      {...semantics}
      tabIndex={props.isTabStop ? 0 : -1}
      data-row={props.id}
      data-testid={props.testId}
      data-active={props.isActive ? '' : undefined}
      style={place}
      className={clsx(
        'group/row focus-ring-inset absolute inset-x-0 top-0 flex h-[30px] cursor-default touch-pan-y items-center gap-1.5 rounded-sm text-sm select-none',
        props.handle === 'start' ? 'ps-0 pe-2' : 'ps-1.5 pe-0',
        props.isSelected ? 'bg-accent-soft' : props.isActive ? 'bg-surface-hover' : 'hover:bg-surface-hover',
        props.link === 'left-out' && 'text-text-muted',
        props.isDimmed && 'text-text-disabled',
      )}
    >
      <div {...gridCell} className="flex h-full min-w-0 flex-1 items-center gap-1.5" style={indent}>
        {props.isFolder ? (
          <span
            data-chevron=""
            className="grid h-full w-5 shrink-0 place-items-center text-text-muted hover:text-text"
          >
            <RowGlyph
              outline={chevronOutline}
              className={clsx('transition-transform rtl:-scale-x-100', props.isOpen && 'rotate-90')}
            />
          </span>
        ) : (
          <span className="w-5 shrink-0" />
        )}
        <FieldTypeIcon type={props.type} itemType={props.itemType} />
        <bdi
          className={clsx(
            'min-w-0 shrink truncate leading-[30px]',
            props.isHit && 'font-semibold',
            props.isFolder && 'font-medium',
            props.isDeprecated && 'line-through decoration-text-muted',
          )}
        >
          {props.name === '' ? '(no name)' : props.name}
        </bdi>
        <span className="sr-only">, {describeFieldType(props.type, props.itemType)}</span>
        {props.type === 'array' && <Mark glyph="list" text="list" />}
        {props.isIdentity && <Mark glyph="key" text="identity" />}
        {props.isRequired && (
          <span
            title={props.isRequiredLeft ? 'Required, still to be filled' : 'Required'}
            className={clsx(
              'shrink-0 font-semibold',
              props.isRequiredLeft ? 'text-negative' : 'text-text-muted',
            )}
          >
            *<span className="sr-only">, required{props.isRequiredLeft ? ', still to be filled' : ''}</span>
          </span>
        )}
        {props.enumSize > 0 && (
          <span className="shrink-0 rounded-xs border border-line px-1 text-xs leading-4 text-text-muted">
            {props.enumSize} <span className="max-xl:sr-only">values</span>
          </span>
        )}
        {props.isDeprecated && <span className="sr-only">, deprecated</span>}
        {props.title !== undefined && lettersOf(props.title) !== lettersOf(props.name) && (
          <span aria-hidden className="hidden min-w-0 shrink-[4] truncate text-xs text-text-muted xl:inline">
            {props.title}
          </span>
        )}
        {props.linkText !== '' && <span className="sr-only">, {props.linkText}</span>}
        {props.link === 'error' && <TriangleAlert aria-hidden size={14} className="shrink-0 text-negative" />}
        {props.sample !== '' && (
          <span className="ms-auto max-w-[45%] min-w-0 shrink-[2] truncate ps-2 font-mono text-xs text-text-muted">
            {props.sample}
          </span>
        )}
      </div>
      {/* Last also where it is drawn first: whoever hears the row hears its name before the button. */}
      {props.handle !== 'none' && <Handle {...props} />}
    </div>
  );
});

/** What is left of a text when case, spaces and signs do not count: a title made from the name adds nothing to it. */
function lettersOf(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase();
}

function Handle({ handle, handleLabel, link }: TreeRowProps) {
  return (
    <div {...gridCell} className={clsx('shrink-0', handle === 'start' && 'order-first')}>
      <button
        type="button"
        tabIndex={-1}
        data-handle=""
        aria-label={handleLabel}
        className="grid size-[28px] cursor-grab touch-none place-items-center rounded-full active:cursor-grabbing"
      >
        <span
          className={clsx(
            // Without a transition: rows that are scrolled past a pointer would each have theirs, and frames would be lost.
            'size-2.5 rounded-full border-2 group-hover/row:scale-125 forced-color-adjust-none',
            handleLooks[link],
          )}
        />
      </button>
    </div>
  );
}

function Mark({ glyph, text }: { glyph: 'list' | 'key'; text: string }) {
  const Glyph = glyph === 'list' ? List : KeyRound;
  return (
    <span title={text} className={clsx('shrink-0', glyph === 'key' ? 'text-accent' : 'text-text-muted')}>
      <Glyph aria-hidden size={13} />
      {glyph === 'key' && <span className="sr-only">, {text}</span>}
    </span>
  );
}
