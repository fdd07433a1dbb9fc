'use client';

import clsx from 'clsx';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { KeyboardKey } from '@/components/ui/keyboard-key';
import { PopoverPanel } from '@/components/ui/popover-panel';
import type { FieldRef } from '../field-ref';
import type { MappingModel } from '../use-mapping-model';
import { BandMark } from './band-mark';
import type { Offer } from './offer-suggestions';
import type { Suggestions } from './use-suggestions';

export type CandidatePopoverProps = {
  field: FieldRef;
  model: MappingModel;
  suggestions: Suggestions;
  /** The row it stands beside. */
  rowOf: (field: FieldRef) => Element | null;
  onChoose: (offer: Offer) => void;
  onClose: () => void;
};

/** Up to seven fields for one: arrows and Enter choose, and so does a digit. Escape leaves. */
export function CandidatePopover(props: CandidatePopoverProps) {
  const { field, model, suggestions, rowOf, onClose } = props;
  // Made once: another row means another popover.
  const [anchor] = useState(() => ({ current: rowOf(field) }));
  const tree = field.side === 'source' ? model.sourceTree : model.targetTree;
  const name = tree.name[field.id] ?? '';
  const candidates = suggestions.candidates(field);
  return (
    <PopoverPanel
      label={`Candidates for ${name}`}
      triggerRef={anchor}
      placement={field.side === 'source' ? 'bottom start' : 'bottom end'}
      onClose={onClose}
      className="w-[30rem] !max-w-[92vw] !p-2"
    >
      <p className="px-2 pt-1 pb-1.5 text-sm font-semibold">
        Candidates for <bdi className="font-mono text-xs">{name}</bdi>
      </p>
      {candidates.length === 0 ? (
        <EmptyList {...props} />
      ) : (
        <CandidateList {...props} candidates={candidates} label={`Candidates for ${name}`} />
      )}
    </PopoverPanel>
  );
}

function EmptyList({ field, model, suggestions, onClose }: CandidatePopoverProps) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    text.current?.focus();
  }, []);
  const isLeftOut = model.marks[field.side].get(field.id)?.link === 'left-out';
  const sentence = isLeftOut
    ? 'This field is left out on purpose. Take it back in to get suggestions.'
    : suggestions.state === 'working'
      ? 'Suggestions are still being worked out.'
      : suggestions.state === 'failed'
        ? 'Suggestions are not available in this browser window. Reload the page to try again.'
        : 'No field of the other side comes close to this one.';
  return (
    <p
      ref={text}
      role="status"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="px-2 pb-2 text-sm text-text-muted outline-none"
    >
      {sentence}
    </p>
  );
}

function CandidateList({
  field,
  model,
  candidates,
  label,
  onChoose,
  onClose,
}: CandidatePopoverProps & { candidates: readonly Offer[]; label: string }) {
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [at, setAt] = useState(0);
  const active = Math.min(at, candidates.length - 1);
  const filledFrom = new Map(model.state.mappings.map(({ target, source }) => [target, source]));

  useEffect(() => {
    list.current?.focus();
  }, []);

  const choose = (offer: Offer | undefined) => {
    if (!offer) return;
    onClose();
    onChoose(offer);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = candidates.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: active === last ? 0 : active + 1,
      ArrowUp: active === 0 ? last : active - 1,
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    if (place !== undefined) setAt(place);
    else if (event.key === 'Enter' || event.key === ' ') choose(candidates[active]);
    else if (/^[1-9]$/.test(event.key)) choose(candidates[Number(event.key) - 1]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        ref={list}
        role="listbox"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={`${listId}-${active}`}
        onKeyDown={handleKey}
        className="flex flex-col gap-0.5 outline-none"
      >
        {candidates.map((offer, index) => {
          const { pair, band, reason } = offer;
          const replaced = filledFrom.get(pair.target);
          return (
            <div
              key={offer.key}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-keyshortcuts={String(index + 1)}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(offer)}
              // Keys are the list's.
              onKeyDown={() => undefined}
              className={clsx(
                'flex cursor-default gap-2.5 rounded-md px-2 py-1.5 text-sm',
                index === active &&
                  'bg-surface-hover outline-2 -outline-offset-2 outline-focus forced-colors:outline-[Highlight]',
              )}
            >
              <span aria-hidden className="pt-px">
                <KeyboardKey>{index + 1}</KeyboardKey>
              </span>
              <span className="min-w-0 flex-1">
                <span className="flex items-start justify-between gap-3">
                  <bdi className="min-w-0 font-mono text-xs leading-5 break-all">
                    {field.side === 'source' ? pair.target : pair.source}
                  </bdi>
                  <span className="leading-5">
                    <BandMark band={band} />
                  </span>
                </span>
                {pair.expression !== undefined && (
                  <code className="block font-mono text-xs break-all text-text">{pair.expression}</code>
                )}
                <span className="block text-xs text-text-muted">
                  {reason}
                  {replaced !== undefined && replaced !== pair.source && ` Replaces ${replaced}.`}
                </span>
              </span>
            </div>
          );
        })}
      </div>
      <p className="flex items-center gap-1.5 border-t border-line px-2 pt-2 pb-0.5 mt-1.5 text-xs text-text-muted">
        <KeyboardKey>1</KeyboardKey>
        {candidates.length > 1 && (
          <>
            to <KeyboardKey>{candidates.length}</KeyboardKey>
          </>
        )}{' '}
        or
        <KeyboardKey>Enter</KeyboardKey> maps, <KeyboardKey>Esc</KeyboardKey> leaves.
      </p>
    </>
  );
}
