'use client';

import { ArrowRight, Trash2, WandSparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { KeyboardKey } from '@/components/ui/keyboard-key';
import { StatusLight } from '@/components/ui/status-light';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import type { Verdict } from '@/lib/mapping/rules';
import type { EditorNotice } from './use-gestures';

export type MappingBarProps = {
  /** Name of the picked field, while one is picked. */
  pickedName: string | undefined;
  /** An existing mapping is picked up by its target end. */
  isMoving: boolean;
  /** What would happen at the field that is active on the other side. */
  verdict: Verdict | undefined;
  onCancelPick: () => void;
  /** Mappings of the active row. */
  mappings: readonly CheckedMapping[];
  onRemove: (mappingIds: readonly string[]) => void;
  notice: EditorNotice | undefined;
  /** What is suggested for the active field, while nothing is mapped to it. */
  suggestion: ReactNode;
  /** The suggestion under the pointer, which comes before the active field. */
  hoveredSuggestion: ReactNode;
  /** Shown with a mapping of two objects: how many of their fields could be mapped one by one. */
  childMatches: number;
  onMapChildren: () => void;
  /** What else can be done with the active field. */
  fieldActions: ReactNode;
  /** The comments of the first mapping. */
  comments: ReactNode;
  /** Picks the target end of the only mapping up; undefined when it has no source field to hold on to. */
  onMove: (() => void) | undefined;
  readOnly: boolean;
};

const tones = { fits: 'positive', converts: 'caution', refused: 'negative' } as const;

/** One line that always says what is going on: what is picked, what the active row is mapped to, what just happened. */
export function MappingBar(props: MappingBarProps) {
  return (
    // Two lines where the editor is narrow. What needs more room lies over the heads of the panes: rows must not move away
    // from a pointer that aims at them.
    <div className="@container relative z-10 shrink-0">
      <div className="h-12 @max-[62rem]:h-[4.75rem]" />
      <div
        data-testid="mapping-bar"
        className={`absolute inset-x-0 top-0 flex min-h-full flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5 text-sm ${
          props.pickedName === undefined ? 'bg-surface-sunken' : 'bg-accent-soft'
        }`}
      >
        <Content {...props} />
      </div>
    </div>
  );
}

function Remedies({ notice }: { notice: EditorNotice | undefined }): ReactNode {
  return notice?.remedies?.map(({ label, run }) => (
    <Button key={label} size="small" icon={<WandSparkles aria-hidden size={14} />} onPress={run}>
      {label}
    </Button>
  ));
}

function Content(props: MappingBarProps): ReactNode {
  const { pickedName, verdict, mappings, notice, readOnly } = props;
  if (pickedName !== undefined) {
    return (
      <>
        <span className="min-w-0">
          {props.isMoving ? (
            <>
              Choose the new target for <strong className="font-semibold break-all">{pickedName}</strong>.
            </>
          ) : (
            <>
              <strong className="font-semibold break-all">{pickedName}</strong> is picked up. Choose a field
              on the other side.
            </>
          )}
        </span>
        {verdict && <StatusLight tone={tones[verdict.verdict]}>{verdict.sentence}</StatusLight>}
        {notice && !verdict && <StatusLight tone={notice.tone}>{notice.text}</StatusLight>}
        <Remedies notice={notice} />
        {!verdict && !notice && !props.isMoving && props.suggestion}
        <span className="ms-auto">
          <Button size="small" onPress={props.onCancelPick}>
            Put back <KeyboardKey>Esc</KeyboardKey>
          </Button>
        </span>
      </>
    );
  }
  if (props.hoveredSuggestion) return props.hoveredSuggestion;
  const [first] = mappings;
  // A refusal comes before what the row is mapped to: it is the answer to what was just tried.
  if (first && notice?.tone !== 'negative') {
    const more = mappings.length - 1;
    return (
      <>
        <span className="flex min-w-0 items-center gap-1.5 font-mono text-xs">
          <bdi className="min-w-0 truncate">{first.mapping.source}</bdi>
          <ArrowRight aria-label="to" size={14} className="shrink-0 rtl:-scale-x-100" />
          <bdi className="min-w-0 truncate">{first.mapping.target}</bdi>
          {more > 0 && <span className="shrink-0 font-sans text-text-muted">and {more} more</span>}
        </span>
        <StatusLight tone={tones[first.verdict]}>{first.sentence}</StatusLight>
        {readOnly && <span className="ms-auto">{props.comments}</span>}
        {!readOnly && (
          <span className="ms-auto flex flex-wrap gap-1.5">
            {props.comments}
            {props.fieldActions}
            {props.onMove && (
              <Button size="small" variant="quiet" onPress={props.onMove}>
                Move to…
              </Button>
            )}
            {props.childMatches > 0 && (
              <Button size="small" variant="quiet" onPress={props.onMapChildren}>
                Map {props.childMatches} fields one by one
              </Button>
            )}
            <Button
              size="small"
              variant="quiet"
              icon={<Trash2 aria-hidden size={14} />}
              onPress={() => props.onRemove(mappings.map(({ mapping }) => mapping.id))}
            >
              {more > 0 ? `Remove ${mappings.length}` : 'Remove'}
            </Button>
          </span>
        )}
      </>
    );
  }
  if (notice) {
    return (
      <>
        <StatusLight tone={notice.tone}>{notice.text}</StatusLight>
        <Remedies notice={notice} />
        {!readOnly && <span className="ms-auto flex flex-wrap gap-1.5">{props.fieldActions}</span>}
      </>
    );
  }
  if (readOnly)
    return <span className="text-text-muted">You can look at these mappings, not change them.</span>;
  if (props.suggestion) {
    return (
      <>
        {props.suggestion}
        <span className="ms-auto flex flex-wrap gap-1.5">{props.fieldActions}</span>
      </>
    );
  }
  return (
    <>
      <span className="text-text-muted">
        Drag a field onto a target, or click one and then the other. With the keyboard:{' '}
        <KeyboardKey>Enter</KeyboardKey>, type a name, <KeyboardKey>Enter</KeyboardKey>.
      </span>
      <span className="ms-auto flex flex-wrap gap-1.5">{props.fieldActions}</span>
    </>
  );
}
