import * as z from 'zod';
import { planKeys } from '@/lib/plan/plan';
import { type RunStepNote, type RunView, runStates } from '@/lib/plan/run-view';
import type { RunStepRow } from '@/server/db/runs';
import { type RunStepState, runStepStates } from '@/server/db/schema';
import { readStepNote } from '@/server/provisioning/step-note';

const moment = z.iso.datetime().describe('A moment in UTC, as ISO 8601.');

const noteReply = z
  .object({
    kind: z.string(),
    reason: z.string().exactOptional(),
    title: z.string().exactOptional(),
    detail: z.string().exactOptional(),
    code: z.string().exactOptional(),
    status: z.int().exactOptional(),
    name: z.string().exactOptional(),
    existingId: z.string().exactOptional().describe('The object that has the name, when it may be used.'),
    since: moment.exactOptional(),
    nextTryAt: moment.exactOptional(),
    requestId: z.string().exactOptional(),
  })
  .describe('What a step says about itself. `name-taken` is a question: see `answer`.');

export const runReplySchema = z.object({
  id: z.uuid(),
  onboardingId: z.uuid(),
  state: z
    .enum(runStates)
    .describe('`parked` goes on by itself at `wakesAt`, or waits for a person without it.'),
  note: z.string().nullable(),
  startedAt: moment,
  finishedAt: moment.nullable(),
  wakesAt: moment.nullable(),
  steps: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(planKeys),
      title: z.string(),
      name: z.string(),
      state: z.enum(['waiting', 'working', 'done', 'unknown', 'parked', 'failed', 'undone', 'left']),
      remoteId: z.string().nullable().describe('The id in Adobe Experience Platform.'),
      note: noteReply.nullable(),
      updatedAt: moment,
    }),
  ),
  duplicates: z
    .array(z.object({ title: z.string(), remoteId: z.string(), state: z.enum(['undone', 'left']) }))
    .describe('What existed once too often: removed, or left where the platform has no way to.'),
});

export const ledgerReplySchema = z.object({
  entries: z.array(
    z.object({
      key: z.string(),
      kind: z.string(),
      title: z.string(),
      position: z.int(),
      state: z.enum(runStepStates),
      marker: z.string().nullable().describe('Stands in the object, so that it can be found again.'),
      payloadHash: z.string().nullable(),
      sentAt: moment.nullable().describe('When the request left whose outcome is not known yet.'),
      sends: z.int(),
      remoteId: z.string().nullable(),
      adopted: z.boolean().describe('It existed before, and undo never touches it.'),
      note: noteReply.nullable(),
      updatedAt: moment,
    }),
  ),
});

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | undefined) => (ms === undefined ? null : iso(ms));

/** A run as the HTTP API tells it: moments as text, nothing undefined. */
export function toRunReply(run: RunView): z.input<typeof runReplySchema> {
  const { id, onboardingId, state, note, steps, extras } = run;
  return {
    id,
    onboardingId,
    state,
    note,
    startedAt: iso(run.startedAtMs),
    finishedAt: isoOrNull(run.finishedAtMs),
    wakesAt: isoOrNull(run.wakeAtMs),
    steps: steps.map(({ updatedAtMs, remoteId, note: stepNote, ...step }) => ({
      ...step,
      remoteId: remoteId ?? null,
      note: toNoteReply(stepNote),
      updatedAt: iso(updatedAtMs),
    })),
    duplicates: extras,
  };
}

/** The rows of a ledger as the HTTP API tells them: no request bodies. */
export function toLedgerReply(rows: readonly RunStepRow[]): z.input<typeof ledgerReplySchema> {
  return {
    entries: rows.map(({ error, sentAt, updatedAt, state, ...row }) => ({
      ...row,
      state: state satisfies RunStepState,
      note: toNoteReply(readStepNote(error)),
      sentAt: sentAt?.toISOString() ?? null,
      updatedAt: updatedAt.toISOString(),
    })),
  };
}

function toNoteReply(note: RunStepNote | undefined): z.input<typeof noteReply> | null {
  if (!note) return null;
  switch (note.kind) {
    case 'unknown': {
      const { sinceMs, ...rest } = note;
      return withoutUndefined({ ...rest, since: iso(sinceMs) });
    }
    case 'waiting': {
      const { nextTryAtMs, ...rest } = note;
      return withoutUndefined({
        ...rest,
        nextTryAt: nextTryAtMs === undefined ? undefined : iso(nextTryAtMs),
      });
    }
    case 'name-taken': {
      const { existing, ...rest } = note;
      return withoutUndefined({ ...rest, existingId: existing?.id });
    }
    default:
      return withoutUndefined(note);
  }
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<Value>;
}
