'use client';

import clsx from 'clsx';
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Eraser,
  FileText,
  Keyboard,
  KeyRound,
  Link2,
  type LucideIcon,
  Maximize2,
  MessageSquare,
  Minimize2,
  Redo2,
  Search,
  Sparkles,
  Undo2,
  WandSparkles,
} from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Coverage } from '@/lib/mapping/coverage';
import type { ExportForm } from '@/lib/mapping/files/export-mappings';
import type { MappingHistory } from '@/lib/mapping/mapping';
import type { FillsWindow } from './use-fills-window';

export type CounterFilter =
  | 'mapped'
  | 'required'
  | 'identity'
  | 'errors'
  | 'unused'
  | 'suggested'
  | 'comments';
export type EditorView = 'lines' | 'table' | 'code';

export type EditorHeaderProps = {
  coverage: Coverage;
  /** Comments that nobody has settled. */
  openComments: number;
  history: MappingHistory;
  /** Suggestions for fields that are open. */
  suggested: number;
  areSuggestionsHidden: boolean;
  filter: CounterFilter | undefined;
  onFilterChange: (filter: CounterFilter | undefined) => void;
  view: EditorView;
  onViewChange: (view: EditorView) => void;
  presets: readonly { title: string; description: string; onApply: () => void }[];
  readOnly: boolean;
  fillsWindow: FillsWindow | undefined;
  onImport: () => void;
  onExport: (form: ExportForm) => void;
  onUndo: () => void;
  onRedo: () => void;
  onClear: () => void;
  onHelp: () => void;
  onMenu: () => void;
};

type Tone = 'calm' | 'good' | 'warn' | 'bad';

const toneLooks: Record<Tone, string> = {
  calm: 'text-text-muted',
  good: 'text-positive',
  warn: 'text-caution',
  bad: 'text-negative',
};

/** Counters that filter, and what can be done with all mappings at once. */
export function EditorHeader(props: EditorHeaderProps) {
  const { coverage, openComments, history, suggested, filter, onFilterChange, readOnly } = props;
  const undoStep = history.undo.at(-1);
  const redoStep = history.redo.at(-1);
  const required = coverage.requiredLeft.length;
  const errors = coverage.errors.length;
  const unused = coverage.unusedSources.length;
  const counters: { id: CounterFilter; glyph: LucideIcon; tone: Tone; text: string; testId: string }[] = [
    {
      id: 'mapped',
      glyph: Link2,
      tone: coverage.mappings > 0 ? 'good' : 'calm',
      text: `${format(coverage.usedSourceFields)} of ${format(coverage.sourceFields)} mapped`,
      testId: 'counter-mapped',
    },
    {
      id: 'required',
      glyph: required > 0 ? CircleAlert : CircleCheck,
      tone: required > 0 ? 'bad' : 'good',
      text: required > 0 ? `${format(required)} required left` : 'Required filled',
      testId: 'counter-required',
    },
    {
      id: 'identity',
      glyph: KeyRound,
      tone: coverage.identity === 'missing' ? 'warn' : coverage.identity === 'set' ? 'good' : 'calm',
      text:
        coverage.identity === 'set'
          ? 'Identity set'
          : coverage.identity === 'missing'
            ? 'Identity missing'
            : 'No identity needed',
      testId: 'counter-identity',
    },
    {
      id: 'errors',
      glyph: errors > 0 ? CircleAlert : CircleCheck,
      tone: errors > 0 ? 'bad' : 'good',
      text: errors === 1 ? '1 error' : errors === 0 ? 'No errors' : `${format(errors)} errors`,
      testId: 'counter-errors',
    },
    {
      id: 'unused',
      glyph: CircleDashed,
      tone: 'calm',
      text: `${format(unused)} unused`,
      testId: 'counter-unused',
    },
  ];
  // Last but for comments: it comes when the others are there and must not push them.
  if (suggested > 0 || filter === 'suggested') {
    counters.push({
      id: 'suggested',
      glyph: Sparkles,
      tone: 'calm',
      text: `${format(suggested)} suggested`,
      testId: 'counter-suggested',
    });
  }
  // Most mappings have none: a counter of nothing would only take room.
  if (openComments > 0 || filter === 'comments') {
    counters.push({
      id: 'comments',
      glyph: MessageSquare,
      tone: openComments > 0 ? 'warn' : 'calm',
      text: openComments === 1 ? '1 open comment' : `${format(openComments)} open comments`,
      testId: 'counter-comments',
    });
  }

  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-2 border-b border-line px-3 py-2">
      <fieldset className="flex min-w-0 flex-wrap items-center gap-0.5">
        <legend className="sr-only">Show only</legend>
        {counters.map(({ id, glyph: Glyph, tone, text, testId }) => (
          <button
            key={id}
            type="button"
            aria-pressed={filter === id}
            data-testid={testId}
            title={filter === id ? 'Show all fields again' : 'Show only these'}
            onClick={() => onFilterChange(filter === id ? undefined : id)}
            className={clsx(
              // It comes late: on narrow screens it would break the line and push the rows.
              id === 'suggested' && filter !== id && !props.areSuggestionsHidden && 'max-[87.5rem]:hidden',
              'focus-ring tabular inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2 text-sm whitespace-nowrap',
              filter === id
                ? 'border-accent bg-accent-soft text-text forced-colors:border-2 forced-colors:border-[Highlight]'
                : 'border-transparent text-text hover:bg-surface-hover',
            )}
          >
            <Glyph aria-hidden size={14} className={toneLooks[tone]} />
            {text}
          </button>
        ))}
      </fieldset>
      <div className="ms-auto flex flex-wrap items-center gap-1.5">
        {!readOnly && (
          <>
            <Button
              variant="quiet"
              size="small"
              isIconOnly
              data-testid="undo"
              aria-label={undoStep ? `Undo: ${undoStep.label}` : 'Undo'}
              {...(!undoStep && { disabledReason: 'Nothing to undo yet.' })}
              icon={<Undo2 aria-hidden size={16} />}
              onPress={props.onUndo}
            />
            <Button
              variant="quiet"
              size="small"
              isIconOnly
              aria-label={redoStep ? `Redo: ${redoStep.label}` : 'Redo'}
              {...(!redoStep && { disabledReason: 'Nothing to redo.' })}
              icon={<Redo2 aria-hidden size={16} />}
              onPress={props.onRedo}
            />
            <Menu
              label="Fill in many mappings"
              trigger={(opens) => (
                <Button {...opens} size="small" icon={<WandSparkles aria-hidden size={14} />}>
                  Presets
                </Button>
              )}
              actions={[
                ...props.presets.map((preset) => ({
                  id: preset.title,
                  label: preset.title,
                  description: preset.description,
                  onAction: preset.onApply,
                })),
                {
                  id: 'clear',
                  label: 'Clear all mappings',
                  description: 'Can be undone.',
                  icon: <Eraser aria-hidden size={16} />,
                  isNegative: true,
                  startsGroup: props.presets.length > 0,
                  onAction: props.onClear,
                  ...(coverage.mappings === 0 && { disabledReason: 'There are no mappings yet.' }),
                },
              ]}
            />
          </>
        )}
        <Menu
          label="Mappings as a file"
          trigger={(opens) => (
            <Button {...opens} size="small" icon={<FileText aria-hidden size={14} />}>
              File
            </Button>
          )}
          actions={[
            ...(readOnly
              ? []
              : [
                  {
                    id: 'import',
                    label: 'Import…',
                    description: 'Shows what would change before anything does.',
                    onAction: props.onImport,
                  },
                ]),
            ...exportForms.map(({ form, label, description }, at) => ({
              id: form,
              label,
              description,
              startsGroup: at === 0 && !readOnly,
              onAction: () => props.onExport(form),
              ...(coverage.mappings === 0 && { disabledReason: 'There are no mappings yet.' }),
            })),
          ]}
        />
        <SegmentedControl
          label="View"
          value={props.view}
          onChange={props.onViewChange}
          segments={[
            { value: 'lines', label: 'Lines' },
            { value: 'table', label: 'Table' },
            { value: 'code', label: 'Code' },
          ]}
        />
        <Button
          variant="quiet"
          size="small"
          isIconOnly
          aria-label="Find a field or action"
          aria-keyshortcuts="Control+K Meta+K"
          icon={<Search aria-hidden size={16} />}
          onPress={props.onMenu}
        />
        <Button
          variant="quiet"
          size="small"
          isIconOnly
          aria-label="Keyboard shortcuts"
          icon={<Keyboard aria-hidden size={16} />}
          onPress={props.onHelp}
        />
        {props.fillsWindow && (
          <Button
            variant="quiet"
            size="small"
            isIconOnly
            aria-label={props.fillsWindow.isOn ? 'Show the whole page' : 'Fill the window'}
            icon={
              props.fillsWindow.isOn ? (
                <Minimize2 aria-hidden size={16} />
              ) : (
                <Maximize2 aria-hidden size={16} />
              )
            }
            onPress={props.fillsWindow.toggle}
          />
        )}
      </div>
    </div>
  );
}

/** The files that the mappings can become. */
export const exportForms: readonly { form: ExportForm; label: string; description: string }[] = [
  { form: 'csv', label: 'Export as CSV', description: 'For a spreadsheet; can be imported again.' },
  { form: 'json', label: 'Export as JSON', description: 'With notes and comments.' },
  { form: 'markdown', label: 'Export as Markdown', description: 'For people to read, with comments.' },
];

function format(count: number): string {
  return count.toLocaleString('en');
}
