'use client';

import { FileUp } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { useAnnounce } from '@/components/ui/live-region';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { TextField } from '@/components/ui/text-field';
import type { Tone } from '@/components/ui/tone';
import { formatPlural } from '@/lib/format/numbers';
import { describeSource } from '@/lib/mapping/commands';
import { decodeFile } from '@/lib/mapping/files/decode-file';
import { type ImportRow, readImport } from '@/lib/mapping/files/read-import';
import type { MappingEditorProps } from './mapping-editor-props';
import type { MappingModel } from './use-mapping-model';

const statusWords: Readonly<Record<ImportRow['status'], { label: string; tone: Tone }>> = {
  added: { label: 'New', tone: 'positive' },
  changed: { label: 'Changed', tone: 'caution' },
  same: { label: 'Same', tone: 'neutral' },
  refused: { label: 'Refused', tone: 'negative' },
};

const shownRows = 200;
const shownProblems = 20;

export type ImportDialogProps = {
  model: MappingModel;
  importFrom: MappingEditorProps['importFrom'];
  onClose: () => void;
};

/** Mappings from a file, a pasted text or another dataflow, compared with those that are there; only what is chosen is taken over. */
export function ImportDialog({ model, importFrom, onClose }: ImportDialogProps) {
  const announce = useAnnounce();
  const picker = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState('pasted text');
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [declined, setDeclined] = useState<ReadonlySet<number>>(new Set());
  const settled = useDeferredValue(text);
  const { sourceTree, targetTree, tenantRoot, state } = model;
  const { rows, problems } = useMemo(
    () =>
      settled.trim() === ''
        ? { rows: [], problems: [] }
        : readImport(settled, state.mappings, { sourceTree, targetTree, tenantRoot }),
    [settled, state.mappings, sourceTree, targetTree, tenantRoot],
  );
  const count = (status: ImportRow['status']) => rows.filter((row) => row.status === status).length;
  const isOffered = (row: ImportRow) => row.status === 'added' || row.status === 'changed';
  const chosen = rows.filter((row) => isOffered(row) && !declined.has(row.line));

  const take = (next: string, from: string) => {
    setTitle(from);
    setText(next);
    setDeclined(new Set());
  };
  const handleFile = async (file: File | undefined) => {
    if (!file) return;
    const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()));
    setRefusal(decoded.ok ? undefined : decoded.sentence);
    take(decoded.ok ? decoded.text : '', file.name.slice(0, 100));
    announce(decoded.ok ? `${file.name} is read.` : decoded.sentence);
  };
  const choose = (row: ImportRow, isChosen: boolean) => {
    const next = new Set(declined);
    if (isChosen) next.delete(row.line);
    else next.add(row.line);
    setDeclined(next);
  };
  const apply = () => {
    model.run({ type: 'import', title, mappings: chosen.map(({ mapping }) => mapping) });
    announce(`${formatPlural(chosen.length, 'mapping')} imported. Undo takes it back.`);
    onClose();
  };

  return (
    <Dialog
      title="Import mappings"
      size="large"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onPress={apply}
            disabledReason={chosen.length === 0 ? 'There is nothing to take over.' : undefined}
          >
            {chosen.length === 0 ? 'Import' : `Import ${formatPlural(chosen.length, 'mapping')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <input
            ref={picker}
            type="file"
            accept=".csv,.json,.txt,.tsv,text/csv,application/json,text/plain"
            aria-label="Mapping file"
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void handleFile(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button icon={<FileUp aria-hidden size={16} />} onPress={() => picker.current?.click()}>
            Choose a file
          </Button>
          <p className="min-w-0 flex-1 basis-64 text-sm text-text-muted">
            CSV or JSON, such as an export from here. The first line of a CSV names its columns: sourceType,
            source, destination.
          </p>
        </div>
        {importFrom?.((rowsText, from) => {
          setRefusal(undefined);
          take(rowsText, from);
        })}
        <TextField
          label="Or paste the rows here"
          kind="multiline"
          rows={4}
          isCode
          isOptional
          value={text}
          onChange={(value) => {
            setRefusal(undefined);
            take(value, 'pasted text');
          }}
        />
        {refusal !== undefined && (
          <Notice tone="negative" title="The file cannot be read" announce="alert">
            {refusal}
          </Notice>
        )}
        {problems.length > 0 && (
          <Notice
            tone="caution"
            title={
              problems.length === 1 ? 'One thing cannot be read' : `${problems.length} things cannot be read`
            }
            announce="status"
          >
            <ul className="max-h-40 overflow-y-auto">
              {problems.slice(0, shownProblems).map(({ line, column, sentence }) => (
                <li key={`${line}:${column}:${sentence}`}>
                  Line {line}
                  {column !== undefined && `, column ${column}`}: {sentence}
                </li>
              ))}
              {problems.length > shownProblems && <li>and {problems.length - shownProblems} more.</li>}
            </ul>
          </Notice>
        )}
        {rows.length > 0 && (
          <>
            <p role="status" className="tabular">
              {count('added')} new, {count('changed')} changed, {count('same')} the same, {count('refused')}{' '}
              refused. Mappings that are not in the file stay as they are.
            </p>
            <Table
              caption="Rows of the file"
              rows={ordered(rows).slice(0, shownRows)}
              rowKey={({ line }) => line}
              columns={[
                {
                  id: 'take',
                  header: <span className="sr-only">Take over</span>,
                  cell: (row) =>
                    isOffered(row) && (
                      <Checkbox
                        aria-label={`Take over ${row.mapping.target}`}
                        isSelected={!declined.has(row.line)}
                        onChange={(isChosen) => choose(row, isChosen)}
                      />
                    ),
                },
                {
                  id: 'status',
                  header: 'In the file',
                  cell: ({ status, line }) => (
                    <span className="flex items-center gap-1.5 whitespace-nowrap">
                      <Badge tone={statusWords[status].tone}>{statusWords[status].label}</Badge>
                      <span className="tabular text-xs text-text-muted">line {line}</span>
                    </span>
                  ),
                },
                {
                  id: 'target',
                  header: 'Target',
                  isRowHeader: true,
                  cell: ({ mapping }) => <bdi className="font-mono text-xs break-all">{mapping.target}</bdi>,
                },
                {
                  id: 'source',
                  header: 'Source',
                  cell: (row) => <SourceChange row={row} />,
                },
              ]}
            />
            {rows.length > shownRows && (
              <p className="text-sm text-text-muted">
                The first {shownRows} of {rows.length.toLocaleString('en')} rows are shown; refused ones come
                first.
              </p>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

const order: readonly ImportRow['status'][] = ['refused', 'changed', 'added', 'same'];

/** What needs a look first. */
function ordered(rows: readonly ImportRow[]): ImportRow[] {
  return [...rows].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.line - b.line);
}

function SourceChange({ row }: { row: ImportRow }) {
  const { mapping, before, status, sentence } = row;
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      {status === 'changed' && before && describeSource(before) !== describeSource(mapping) && (
        <del className="font-mono text-xs break-all text-text-muted">{describeSource(before)}</del>
      )}
      <span className="font-mono text-xs break-all">{describeSource(mapping)}</span>
      {status === 'refused' && <span className="text-sm text-negative">{sentence}</span>}
    </span>
  );
}
