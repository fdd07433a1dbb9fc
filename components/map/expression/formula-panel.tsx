'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { StatusLight } from '@/components/ui/status-light';
import { describeResult, evaluateSample, type SampleTarget } from '@/lib/mapping/evaluate-sample';
import type { Formula } from '@/lib/mapping/formulas';

export type FormulaPanelProps = {
  formulas: readonly Formula[];
  /** The record on show; its result is shown before anything is taken. */
  record: unknown;
  target: SampleTarget;
  nowMs: number;
  onUse: (formula: Formula) => void;
};

/** Calculations that fit this target and these fields, each with what it does and gives. */
export function FormulaPanel({ formulas, record, target, nowMs, onUse }: FormulaPanelProps) {
  const { schema, path } = target;
  const results = useMemo(
    () =>
      formulas.map(({ expression }) => evaluateSample(expression, [record], { schema, path }, nowMs)?.[0]),
    [formulas, record, schema, path, nowMs],
  );
  if (formulas.length === 0) {
    return (
      <p className="text-sm text-text-muted">No formula fits this target and the fields of the source.</p>
    );
  }
  return (
    <ul aria-label="Formulas" className="flex max-h-[28rem] flex-col overflow-y-auto pe-1">
      {formulas.map((formula, at) => {
        const result = results[at];
        return (
          <li
            key={`${formula.id} ${formula.sourceId}`}
            className="flex items-start gap-2 border-t border-line py-2 first:border-t-0"
          >
            <div className="min-w-0 flex-1 text-sm">
              <p>
                <span className="font-semibold">{formula.title}</span>{' '}
                <bdi className="font-mono text-xs break-all text-text-muted">{formula.path}</bdi>
              </p>
              <p>{formula.sentence}</p>
              <p className="mt-1 font-mono text-xs break-words text-text-muted">{formula.expression}</p>
              {record !== undefined && result && (
                <p className="mt-1">
                  {result.ok ? (
                    <span>
                      Gives <bdi className="font-mono text-xs break-all">{describeResult(result.value)}</bdi>{' '}
                      for this record.
                    </span>
                  ) : (
                    <StatusLight tone="caution">{result.message}</StatusLight>
                  )}
                </p>
              )}
            </div>
            <Button
              size="small"
              aria-label={`Use “${formula.title}” with ${formula.path}`}
              onPress={() => onUse(formula)}
            >
              Use
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
