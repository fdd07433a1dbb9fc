import { type Draft, draftFormat, draftSchema, emptyDraft } from './draft';

export type ReadDraft =
  | { kind: 'current'; draft: Draft }
  /** Written by an older version: what could be kept is kept, and the person is told which parts were not. */
  | { kind: 'upgraded'; draft: Draft; lost: Part[] }
  /** Written by a newer version of the product than this one. */
  | { kind: 'newer' };

const parts = ['connect', 'data', 'target', 'mapping', 'schedule'] as const;
type Part = (typeof parts)[number];

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

/**
 * Reads a stored draft. A draft of the present format is taken as it is; any other is taken part by part, each kept only
 * when it parses: a part that does not is dropped and named, never guessed. `sourceId` is the onboarding's own column.
 */
export function readDraft(stored: unknown, sourceId: string): ReadDraft {
  const current = draftSchema.safeParse(stored);
  if (current.success) return { kind: 'current', draft: current.data };
  const format = field(stored, 'format') ?? field(stored, 'version');
  if (typeof format === 'number' && format > draftFormat) return { kind: 'newer' };

  let draft = emptyDraft(sourceId);
  const lost: Part[] = [];
  for (const part of parts) {
    const value = field(stored, part);
    if (value === undefined || value === null) continue;
    const candidate = draftSchema.safeParse({ ...draft, [part]: value });
    if (candidate.success) draft = candidate.data;
    else lost.push(part);
  }
  return { kind: 'upgraded', draft, lost };
}
