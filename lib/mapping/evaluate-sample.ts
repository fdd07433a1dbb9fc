import { compileCached } from '@/lib/expression/evaluate';
import { compileConverter } from '@/lib/preview/convert-value';
import { findTarget, targetNodeOf } from '@/lib/preview/target-node';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';

/** What an expression gives for one record: a JSON value (a `bigint` beyond 2^53), or why its field stays empty. */
export type SampleResult = { ok: true; value: unknown } | { ok: false; message: string };

export type SampleTarget = { schema: JsonSchemaNode; path: string };

/**
 * What an expression puts into its target for every sample record, converted as the target needs it; undefined while
 * the text cannot be read. Never throws.
 */
export function evaluateSample(
  text: string,
  records: readonly unknown[],
  { schema, path }: SampleTarget,
  nowMs: number,
): readonly SampleResult[] | undefined {
  const compiled = compileCached(text);
  if (!compiled.ok) return undefined;
  const found = findTarget(targetNodeOf(schema), path);
  const convert = found.ok ? compileConverter(found.node) : undefined;
  const options = { nowMs };
  return records.map((record): SampleResult => {
    const result = compiled.expression.evaluate(record, options);
    if (!result.ok) return { ok: false, message: `${result.error.message}.` };
    let refusal: string | undefined;
    const value = convert
      ? convert(result.value, (_, message) => {
          refusal ??= message;
        })
      : result.value;
    if (refusal === undefined) return { ok: true, value: value ?? null };
    return { ok: false, message: `${describeResult(result.value)}: ${refusal}` };
  });
}

const longestShown = 2_000;

/** A result as people read it: texts in quotes, so that an empty one and blanks can be seen. */
export function describeResult(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
  const written = text ?? 'null';
  return written.length > longestShown ? `${written.slice(0, longestShown)}…` : written;
}
