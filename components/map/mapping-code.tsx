'use client';

import dynamic from 'next/dynamic';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Spinner } from '@/components/ui/spinner';
import { StatusLight } from '@/components/ui/status-light';
import { type MappingHistory, maxCodeTextLength } from '@/lib/mapping/mapping';
import { type CodeProblem, readCode } from '@/lib/mapping/read-code';
import type { WireDialect } from '@/lib/mapping/wire-dialects';
import type { CodeEditorHandle } from './code-editor';
import { useCodeText } from './use-code-text';
import type { MappingModel } from './use-mapping-model';

const CodeEditor = dynamic(() => import('./code-editor').then((module) => module.CodeEditor), {
  ssr: false,
  loading: () => (
    <div className="grid h-full place-items-center">
      <Spinner label="Opening the code view" />
    </div>
  ),
});

export type MappingCodeProps = {
  model: MappingModel;
  history: MappingHistory;
  /** The form in which the platform gets the rows. */
  dialect: WireDialect;
  readOnly: boolean;
};

// The list is for reading; the marks in the text show the rest.
const listedProblems = 50;

/** The rows of the mapping set as JSON, to read and to edit. Text that cannot be read yet is kept, never applied. */
export function MappingCode({ model, history, dialect: usual, readOnly }: MappingCodeProps) {
  const [dialect, setDialect] = useState(usual);
  const editor = useRef<CodeEditorHandle>(null);
  const helpId = useId();
  const { text, revision, type, finish, discard } = useCodeText(model, history, dialect);
  const { sourceTree, targetTree, tenantRoot } = model;
  const deferred = useDeferredValue(text);
  const { problems, mappings } = useMemo(
    () => readCode(deferred, { sourceTree, targetTree, tenantRoot }),
    [deferred, sourceTree, targetTree, tenantRoot],
  );
  const isUnfinished = mappings === undefined;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-2 text-sm">
        <SegmentedControl
          label="Form of the rows"
          value={dialect}
          onChange={setDialect}
          segments={[
            { value: 'source', label: 'source / destination' },
            { value: 'sourceAttribute', label: 'sourceAttribute' },
          ]}
        />
        <span role="status" className="min-w-0">
          <CodeStatus problems={problems} isUnfinished={isUnfinished} readOnly={readOnly} />
        </span>
        <span className="ms-auto flex items-center gap-1.5">
          {isUnfinished && !readOnly && (
            <Button size="small" onPress={discard}>
              Discard this text
            </Button>
          )}
          <CopyButton text={text} what="mapping rows" />
        </span>
      </div>
      <div className="min-h-0 flex-1">
        <CodeEditor
          ref={editor}
          label="Mapping rows as JSON"
          describedBy={helpId}
          text={text}
          revision={revision}
          onChange={type}
          onBlur={finish}
          problems={deferred === text ? problems : noProblems}
          readOnly={readOnly}
        />
      </div>
      {problems.length > 0 && (
        <ul aria-label="Problems in the text" className="max-h-28 overflow-y-auto border-t border-line p-1">
          {problems.slice(0, listedProblems).map((problem) => (
            <li key={`${problem.from} ${problem.to} ${problem.sentence}`}>
              <button
                type="button"
                onClick={() => editor.current?.select(problem.from, problem.to)}
                className="focus-ring-inset flex w-full items-baseline gap-2 rounded-sm px-2 py-1 text-start text-sm hover:bg-surface-hover"
              >
                <span className="tabular shrink-0 text-text-muted">
                  Line {lineOf(deferred, problem.from)}
                </span>
                <StatusLight tone={problem.severity === 'warning' ? 'caution' : 'negative'}>
                  {problem.sentence}
                </StatusLight>
              </button>
            </li>
          ))}
          {problems.length > listedProblems && (
            <li className="px-2 py-1 text-sm text-text-muted">
              and {(problems.length - listedProblems).toLocaleString('en')} more
            </li>
          )}
        </ul>
      )}
      <p id={helpId} className="border-t border-line bg-surface-sunken px-3 py-1.5 text-xs text-text-muted">
        {text.length > maxCodeTextLength && isUnfinished
          ? 'This text is too long to be kept: it stays on this page only until it can be read. '
          : ''}
        Both forms are read, mixed too. Esc, then Tab leaves the text; F8 goes to the next problem.
      </p>
    </div>
  );
}

const noProblems: readonly CodeProblem[] = [];

function CodeStatus(props: { problems: readonly CodeProblem[]; isUnfinished: boolean; readOnly: boolean }) {
  const { problems, isUnfinished, readOnly } = props;
  if (readOnly) return <span className="text-text-muted">You can look at these rows, not change them.</span>;
  if (isUnfinished) {
    return (
      <StatusLight tone="negative">
        This text cannot be read yet. It is kept; the mappings stay as they were.
      </StatusLight>
    );
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    return (
      <StatusLight tone="caution">
        Applied. {errors === 1 ? '1 row does' : `${errors.toLocaleString('en')} rows do`} not work yet.
      </StatusLight>
    );
  }
  return <StatusLight tone="positive">The text and the mappings are the same.</StatusLight>;
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
