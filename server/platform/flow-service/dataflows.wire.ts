import * as z from 'zod';
import { type Dataflow, normaliseDataflowState } from '@/lib/dataflow/dataflow';
import { normaliseFlowRunStatus } from '@/lib/dataflow/flow-run';
import {
  baseConnectionIdSchema,
  dataflowIdSchema,
  flowRunIdSchema,
  mappingSetIdSchema,
  sourceConnectionIdSchema,
  targetConnectionIdSchema,
} from '@/lib/ids';
import { frequencies } from '@/lib/schedule/schedule';
import { booleanSchema, millisecondsSchema, textSchema, wholeNumberSchema } from '../wire-fields';

const scheduleSchema = z
  .object({
    startTime: wholeNumberSchema,
    frequency: z.string().toLowerCase().pipe(z.enum(frequencies)),
    interval: wholeNumberSchema.nullish(),
    backfill: booleanSchema.nullish(),
  })
  .transform(({ startTime, frequency, interval, backfill }) => ({
    startTimeSeconds: startTime,
    frequency,
    interval: interval ?? undefined,
    backfill: backfill ?? undefined,
  }));

const transformationSchema = z.object({
  name: z.string(),
  params: z.object({ mappingId: mappingSetIdSchema, mappingVersion: wholeNumberSchema.default(0) }),
});

const inheritedSourceSchema = z.object({
  connectionSpec: z.object({ id: z.string() }).optional().catch(undefined),
  baseConnection: z.object({ id: baseConnectionIdSchema }).optional().catch(undefined),
});

const lastRunSchema = z.object({
  id: flowRunIdSchema.optional().catch(undefined),
  state: z.string().optional().catch(undefined),
  startedAtUTC: millisecondsSchema.optional().catch(undefined),
  completedAtUTC: millisecondsSchema.optional().catch(undefined),
});

/**
 * Ids and times of the dataflow itself must be right. What it refers to is read where it has our form, because other
 * kinds of dataflow live in the same list.
 */
export const dataflowSchema = z
  .object({
    id: dataflowIdSchema,
    name: textSchema,
    description: textSchema,
    state: textSchema,
    flowSpec: z.object({ id: z.string() }).optional().catch(undefined),
    scheduleParams: scheduleSchema.optional().catch(undefined),
    sourceConnectionIds: z.array(z.unknown()).catch([]),
    targetConnectionIds: z.array(z.unknown()).catch([]),
    transformations: z.array(z.unknown()).catch([]),
    inheritedAttributes: z
      .object({ sourceConnections: z.array(inheritedSourceSchema) })
      .optional()
      .catch(undefined),
    createdAt: millisecondsSchema,
    updatedAt: millisecondsSchema,
    etag: z.string().nullish(),
    lastRunDetails: lastRunSchema.optional().catch(undefined),
  })
  .transform((wire): Dataflow => {
    const source = wire.inheritedAttributes?.sourceConnections[0];
    const run = wire.lastRunDetails;
    return {
      id: wire.id,
      name: wire.name,
      description: wire.description,
      state: normaliseDataflowState(wire.state),
      flowSpecId: wire.flowSpec?.id,
      schedule: wire.scheduleParams,
      sourceConnectionId: sourceConnectionIdSchema.safeParse(wire.sourceConnectionIds[0]).data,
      targetConnectionId: targetConnectionIdSchema.safeParse(wire.targetConnectionIds[0]).data,
      mapping: findMapping(wire.transformations),
      baseConnectionId: source?.baseConnection?.id,
      connectionSpecId: source?.connectionSpec?.id,
      createdAtMs: wire.createdAt,
      updatedAtMs: wire.updatedAt,
      etag: wire.etag ?? undefined,
      lastRun: run && {
        id: run.id,
        status: normaliseFlowRunStatus(run.state),
        startedAtMs: run.startedAtUTC,
        completedAtMs: run.completedAtUTC,
      },
    };
  });

// By name, never by position: table sources have a `Copy` step before it.
function findMapping(transformations: readonly unknown[]): Dataflow['mapping'] {
  for (const step of transformations) {
    const mapping = transformationSchema.safeParse(step).data;
    if (mapping?.name === 'Mapping') {
      return { id: mapping.params.mappingId, version: mapping.params.mappingVersion };
    }
  }
  return undefined;
}
