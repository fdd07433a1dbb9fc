import * as z from 'zod';
import type { DataflowHealth, DataflowRunsView } from '@/lib/dataflow/dataflow-view';
import { flowRunStatuses } from '@/lib/dataflow/flow-run';
import type { AuditEntry } from '@/server/db/audit';

const moment = z.iso.datetime().nullable();
const count = z.number().nullable();

export const dataflowsReplySchema = z.object({
  dataflows: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      sourceId: z.string().nullable(),
      health: z.string(),
      lastRunAt: moment,
      nextRunAt: moment,
      lastRunRecords: z.object({ input: count, ingested: count, failed: count }).nullable(),
    }),
  ),
});

export const dataflowRunsReplySchema = z.object({
  health: z.string(),
  nextRunAt: moment,
  runs: z.array(
    z.object({
      id: z.string(),
      status: z.enum(flowRunStatuses),
      createdAt: moment,
      startedAt: moment,
      completedAt: moment,
      windowStart: moment,
      windowEnd: moment,
      inputRecords: count,
      outputRecords: count,
      failedRecords: count,
      skippedRecords: count,
      errors: z.array(z.object({ code: z.string(), message: z.string(), recordCount: count })),
    }),
  ),
});

export const auditReplySchema = z.object({
  entries: z.array(
    z.object({
      seq: z.int(),
      at: z.iso.datetime(),
      personId: z.string().nullable(),
      action: z.string(),
      subject: z.string(),
      facts: z.record(z.string(), z.unknown()),
      previousHash: z.string(),
      hash: z.string(),
    }),
  ),
  next: z.int().nullable().describe('`before` of the next page; null on the last.'),
});

const isoOrNull = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());

/** The dataflows of a sandbox as the HTTP API tells them. */
export function toDataflowsReply(dataflows: readonly DataflowHealth[]): z.input<typeof dataflowsReplySchema> {
  return {
    dataflows: dataflows.map(({ id, name, sourceId, health, lastRunAtMs, nextRunAtMs, lastRunRecords }) => ({
      id,
      name,
      sourceId: sourceId ?? null,
      health,
      lastRunAt: isoOrNull(lastRunAtMs),
      nextRunAt: isoOrNull(nextRunAtMs),
      lastRunRecords: lastRunRecords
        ? {
            input: lastRunRecords.input ?? null,
            ingested: lastRunRecords.ingested ?? null,
            failed: lastRunRecords.failed ?? null,
          }
        : null,
    })),
  };
}

/** The flow runs of a dataflow as the HTTP API tells them. */
export function toDataflowRunsReply(view: DataflowRunsView): z.input<typeof dataflowRunsReplySchema> {
  return {
    health: view.health,
    nextRunAt: isoOrNull(view.nextRunAtMs),
    runs: view.runs.map((run) => ({
      id: run.id,
      status: run.status,
      createdAt: isoOrNull(run.createdAtMs),
      startedAt: isoOrNull(run.startedAtMs),
      completedAt: isoOrNull(run.completedAtMs),
      windowStart: isoOrNull(run.windowStartMs),
      windowEnd: isoOrNull(run.windowEndMs),
      inputRecords: run.inputRecords ?? null,
      outputRecords: run.outputRecords ?? null,
      failedRecords: run.failedRecords ?? null,
      skippedRecords: run.skippedRecords ?? null,
      errors: run.errors.map(({ code, message, recordCount }) => ({
        code,
        message,
        recordCount: recordCount ?? null,
      })),
    })),
  };
}

/** A page of the audit as the HTTP API tells it; `limit` is what was asked for. */
export function toAuditReply(
  entries: readonly AuditEntry[],
  limit: number,
): z.input<typeof auditReplySchema> {
  return {
    entries: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    next: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null,
  };
}
