import * as z from 'zod';

/**
 * What a step says about itself besides its state: kept as JSON in the ledger, shown by the progress screen. Never holds
 * request values.
 */
export const stepNoteSchema = z.discriminatedUnion('kind', [
  /** The platform refused for good; `detail` is its own sentence. */
  z.object({
    kind: z.literal('refused'),
    status: z.number().optional(),
    code: z.string().optional(),
    title: z.string().optional(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
  }),
  /** Something with the same name exists and is not ours: rename, use it, or cancel. */
  z.object({
    kind: z.literal('name-taken'),
    name: z.string(),
    /** The one that exists, when it was found and may be used in place of a new one. */
    existing: z.object({ id: z.string(), createdAtMs: z.number().optional() }).optional(),
    requestId: z.string().optional(),
  }),
  z.object({
    kind: z.literal('not-allowed'),
    detail: z.string().optional(),
    requestId: z.string().optional(),
  }),
  /** No answer to the create: being looked up. */
  z.object({ kind: z.literal('unknown'), sinceMs: z.number(), requestId: z.string().optional() }),
  /** Will be tried again by itself, and can be at once. */
  z.object({
    kind: z.literal('waiting'),
    reason: z.enum([
      'throttled',
      'unavailable',
      'unreachable',
      'look-up-failed',
      'not-found-after-sends',
      'not-visible-yet',
      'signed-out',
    ]),
    /** Undefined when it waits for a person. */
    nextTryAtMs: z.number().optional(),
    requestId: z.string().optional(),
  }),
  /** Undo could not remove it. */
  z.object({ kind: z.literal('left'), reason: z.string() }),
]);

export type StepNote = z.infer<typeof stepNoteSchema>;

/** Reads a note from the ledger; anything unreadable is no note. */
export function readStepNote(stored: unknown): StepNote | undefined {
  return stepNoteSchema.safeParse(stored).data;
}
