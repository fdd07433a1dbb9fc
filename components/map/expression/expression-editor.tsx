'use client';

import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { StatusLight } from '@/components/ui/status-light';
import { type TabItem, Tabs } from '@/components/ui/tabs';
import { findCallAt } from '@/lib/expression/find-call-at';
import { checkExpression, diagnoseExpression } from '@/lib/mapping/check-expression';
import { describeType } from '@/lib/mapping/conversions';
import { longestKept } from '@/lib/mapping/edit-expression';
import { evaluateSample, type SampleResult } from '@/lib/mapping/evaluate-sample';
import { expressionFieldsOf } from '@/lib/mapping/expression-fields';
import { formulasForTarget } from '@/lib/mapping/formulas';
import { maxExpressionLength } from '@/lib/mapping/mapping';
import type { Verdict } from '@/lib/mapping/rules';
import { fieldAt, findFieldId } from '@/lib/schema/field';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import { describeSourceSample } from '../field-samples';
import type { MappingModel } from '../use-mapping-model';
import { ExpressionBox } from './expression-box';
import type { ExpressionInputHandle } from './expression-input';
import { FormulaPanel } from './formula-panel';
import { FunctionPanel } from './function-panel';
import { ProblemList } from './problem-list';
import { ResultPanel } from './result-panel';
import { SignatureLine } from './signature-line';
import { useExpressionSession } from './use-expression-session';
import { useInputKind } from './use-input-kind';
import { useSpokenState } from './use-spoken-state';

export type ExpressionEditorProps = {
  model: MappingModel;
  target: string;
  sampleRecords: readonly unknown[];
  statistics: SchemaStatistics;
  recordIndex: number;
  onRecordChange: (index: number) => void;
  readOnly: boolean;
  onClose: () => void;
};

const tones = { fits: 'positive', converts: 'caution', refused: 'negative' } as const;

/** The text of a calculated field with its problems, what the function at the cursor takes, and its results. */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const { model, target, sampleRecords, statistics, recordIndex, onRecordChange, readOnly, onClose } = props;
  const session = useExpressionSession(model, target);
  const { text } = session;
  const [cursor, setCursor] = useState(text.length);
  const [panel, setPanel] = useState('results');
  const { isPlain, setPlain } = useInputKind();
  const input = useRef<ExpressionInputHandle>(null);
  const helpId = useId();
  const [openedAtMs] = useState(() => Date.now());

  const { sourceTree, targetTree, targetSchema } = model;
  const settled = useDeferredValue(text);
  const problems = useMemo(
    () => (settled.trim() === '' ? [] : diagnoseExpression(settled, sourceTree)),
    [settled, sourceTree],
  );
  const results = useMemo(
    () => evaluateSample(settled, sampleRecords, { schema: targetSchema, path: target }, openedAtMs),
    [settled, sampleRecords, targetSchema, target, openedAtMs],
  );
  const { fields } = expressionFieldsOf(sourceTree);
  const targetId = findFieldId(targetTree, target);
  const field = targetId < 0 ? undefined : fieldAt(targetTree, targetId);
  const presentSource = session.replaced?.kind === 'attribute' ? session.replaced.source : undefined;
  const formulas = useMemo(
    () =>
      targetId < 0
        ? []
        : formulasForTarget(sourceTree, fieldAt(targetTree, targetId), statistics, presentSource),
    [sourceTree, targetTree, targetId, statistics, presentSource],
  );
  const verdict = settled.trim() === '' || !field ? undefined : checkExpression(settled, sourceTree, field);
  const call = findCallAt(text, cursor);
  const record = sampleRecords[recordIndex];

  useSpokenState({ text: settled, problems, shown: results?.[recordIndex], recordIndex, call });

  const insert = (added: string, cursorFromEnd: number) => input.current?.insert(added, cursorFromEnd);
  const isTooLong = text.length > maxExpressionLength;
  const writingTabs: TabItem[] = [
    {
      id: 'formulas',
      label: formulas.length > 0 ? `Formulas (${formulas.length})` : 'Formulas',
      content: (
        <FormulaPanel
          formulas={formulas}
          record={record}
          target={{ schema: targetSchema, path: target }}
          nowMs={openedAtMs}
          onUse={(formula) => {
            session.type(formula.expression);
            setPanel('results');
            input.current?.focus();
          }}
        />
      ),
    },
    {
      id: 'functions',
      label: 'Functions',
      content: (
        <FunctionPanel onInsert={({ name, params }) => insert(`${name}()`, params.length === 0 ? 0 : 1)} />
      ),
    },
  ];

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
        <span className="text-text-muted">fills</span>
        <bdi className="font-mono text-xs font-semibold break-all">{target}</bdi>
        {field && <span className="text-text-muted">{describeType(field.type)}</span>}
        {session.replaced && (
          <span className="text-text-muted">
            in place of <bdi className="font-mono text-xs">{session.replaced.source}</bdi>
          </span>
        )}
      </div>
      <div className="grid min-w-0 gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-label="Expression" className="flex min-w-0 flex-col gap-2">
          <ExpressionBox
            ref={input}
            isPlain={isPlain}
            label={`Expression for ${target}`}
            describedBy={helpId}
            text={text}
            onChange={session.type}
            onCursorChange={setCursor}
            diagnostics={settled === text ? problems : noProblems}
            fields={fields}
            exampleOf={({ path }) => (record === undefined ? '' : describeSourceSample(record, path))}
            readOnly={readOnly}
          />
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <Checkbox isSelected={isPlain} onChange={setPlain}>
              Plain text box
            </Checkbox>
            <span
              data-testid="expression-length"
              className={`tabular text-xs ${isTooLong ? 'font-semibold text-negative-strong' : 'text-text-muted'}`}
            >
              {format(text.length)} of {format(maxExpressionLength)} characters
            </span>
          </div>
          <SignatureLine call={call} />
          <ProblemList
            problems={problems}
            onSelect={(problem) => input.current?.select(problem.from, problem.to)}
          />
          {verdict && problems.every(({ severity }) => severity !== 'error') && (
            <ExpressionVerdict verdict={verdict} results={results} />
          )}
          <p id={helpId} className="text-xs text-text-muted">
            {isPlain
              ? 'Tab leaves the box; a press on a problem goes to its place.'
              : 'Ctrl Space lists fields and functions, Enter takes one, F8 goes to the next problem, Tab leaves the box.'}
          </p>
        </section>
        <section aria-label="Help and results" className="min-w-0">
          <Tabs
            label="Help and results"
            selectedTab={panel}
            onChange={setPanel}
            tabs={[
              {
                id: 'results',
                label: 'Results',
                content: (
                  <ResultPanel
                    results={results}
                    isEmpty={text.trim() === ''}
                    count={sampleRecords.length}
                    recordIndex={recordIndex}
                    onRecordChange={onRecordChange}
                  />
                ),
              },
              ...(readOnly ? [] : writingTabs),
            ]}
          />
        </section>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line pt-4">
        <span className="me-auto text-sm text-text-muted">
          {readOnly
            ? 'You can look at this calculation, not change it.'
            : savedSentence(text, problems.length > 0)}
        </span>
        {!readOnly && session.hasChanged && <Button onPress={session.revert}>Take my changes back</Button>}
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}

function ExpressionVerdict({
  verdict,
  results = [],
}: {
  verdict: Verdict;
  results: readonly SampleResult[] | undefined;
}) {
  const failed = results.filter(({ ok }) => !ok).length;
  if (verdict.verdict !== 'refused' && failed > 0) {
    return (
      <StatusLight tone="caution">
        {failed} of {results.length} sample records get no value from it: the results say why.
      </StatusLight>
    );
  }
  return <StatusLight tone={tones[verdict.verdict]}>{verdict.sentence}</StatusLight>;
}

const noProblems: ReturnType<typeof diagnoseExpression> = [];

function savedSentence(text: string, hasProblems: boolean): string {
  if (text.length > longestKept) return 'Too long to be kept: only what was there before is saved.';
  if (text.trim() === '') return 'Kept as you type.';
  return hasProblems
    ? 'Kept as you type, even while it has problems.'
    : 'Kept as you type. One undo takes it back.';
}

function format(count: number): string {
  return count.toLocaleString('en');
}
