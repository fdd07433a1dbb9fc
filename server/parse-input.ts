import type * as z from 'zod';
import { AppFailure } from '@/lib/app-error';
import { findUnplainValue } from './plain-data';

/**
 * Parses what came from outside. Throws `invalid-input` with one sentence per field path; the empty path stands for the
 * input as a whole. `mostValues` is for inputs that may be larger than a form.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  mostValues?: number,
): z.output<Schema> {
  const unplain = findUnplainValue(input, mostValues);
  if (unplain) {
    throw new AppFailure({ kind: 'invalid-input', fieldErrors: { [unplain.path]: unplain.reason } });
  }
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fieldErrors = new Map<string, string>();
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.');
    // The first message of a field is the one about its basic form; later ones follow from it.
    if (!fieldErrors.has(path)) fieldErrors.set(path, issue.message);
  }
  throw new AppFailure({ kind: 'invalid-input', fieldErrors: Object.fromEntries(fieldErrors) });
}
