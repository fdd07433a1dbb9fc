import type { BaseConnectionId } from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { toWireRows } from '@/lib/mapping/wire-dialects';
import type { Schedule } from '@/lib/schedule/schedule';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { Target } from '@/lib/wizard/draft';
import type { Plan, PlanKey, PlanObject, PlanReference } from './plan';
import { planTarget, standIn, targetKeysBefore } from './plan-target';

export const dataflowSpecId = '6499120c-0b15-42dc-936e-847ea3c24d72';
export const dataLakeSpecId = 'c604ff05-7f1a-43c0-8e18-33bf874cb11c';

export type PlanInput = {
  /** What the person calls the onboarding; names of the connections and the dataflow start with it. */
  name: string;
  source: SourceDefinition;
  tenantId: string;
  baseConnectionId: BaseConnectionId;
  resourcePath: string;
  sourceSchema: unknown;
  target: Target;
  mappings: readonly FieldMapping[];
  schedule: Schedule;
  /** One for each object, derived from the onboarding: the same draft always gets the same markers. */
  markers: Readonly<Record<PlanKey, string>>;
};

const flowService = '/data/foundation/flowservice';

/**
 * Turns a complete draft into the objects that Create makes, with the request body of each. Bodies follow the published
 * guides of the sources; they are what the person reviews, what the hash covers and what is sent.
 */
export function makePlan(input: PlanInput): Plan {
  const { source, target } = input;
  const targetObjects = planTarget(target, input);
  const objects: PlanObject[] = [
    sourceConnection(input),
    ...targetObjects,
    targetConnection(input),
    mappingSet(
      input,
      targetObjects.flatMap(({ key, kind }) => (kind === 'fieldGroupExtension' ? [key] : [])),
    ),
    dataflow(input, targetKeysBefore(targetObjects)),
  ];
  return { format: 1, objects };

  function describe(key: PlanKey): string {
    return `Created with Tributary for ${source.title}. [${input.markers[key]}]`;
  }

  function sourceConnection({ name, baseConnectionId, resourcePath }: PlanInput): PlanObject {
    return {
      key: 'sourceConnection',
      kind: 'sourceConnection',
      title: 'Source connection',
      name: `${name} source connection`,
      marker: input.markers.sourceConnection,
      references: [],
      request: {
        method: 'POST',
        path: `${flowService}/sourceConnections`,
        body: {
          name: `${name} source connection`,
          description: describe('sourceConnection'),
          baseConnectionId,
          connectionSpec: { ...source.connectionSpec },
          data: { format: source.sourceDataFormat },
          params: source.sourceParams(resourcePath),
        },
      },
    };
  }

  function targetConnection({ name }: PlanInput): PlanObject {
    const made = target.kind === 'create';
    const references: PlanReference[] =
      target.kind === 'existing' ? [] : [{ pointer: '/params/dataSetId', from: 'dataset', value: 'id' }];
    const withSchema = source.targetDataFormat === 'parquet_xdm';
    if (made && withSchema) references.push({ pointer: '/data/schema/id', from: 'schema', value: 'id' });
    return {
      key: 'targetConnection',
      kind: 'targetConnection',
      title: 'Target connection',
      name: `${name} target connection`,
      marker: input.markers.targetConnection,
      references,
      request: {
        method: 'POST',
        path: `${flowService}/targetConnections`,
        body: {
          name: `${name} target connection`,
          description: describe('targetConnection'),
          connectionSpec: { id: dataLakeSpecId, version: '1.0' },
          data: withSchema
            ? {
                format: source.targetDataFormat,
                schema: {
                  id: made ? standIn('schema', 'id') : target.schemaId,
                  version: 'application/vnd.adobe.xed-full+json;version=1',
                },
              }
            : { format: source.targetDataFormat },
          params: {
            dataSetId: target.kind === 'existing' ? target.datasetId : standIn('dataset', 'id'),
          },
        },
      },
    };
  }

  function mappingSet({ name, mappings }: PlanInput, after: string[]): PlanObject {
    const made = target.kind === 'create';
    return {
      key: 'mappingSet',
      kind: 'mappingSet',
      title: 'Mapping set',
      name: `${name} mapping set`,
      marker: input.markers.mappingSet,
      references: made ? [{ pointer: '/xdmSchema', from: 'schema', value: 'id' }] : [],
      // A row onto a field that is not there yet would be refused.
      ...(after.length > 0 && { after }),
      request: {
        method: 'POST',
        path: '/data/foundation/conversion/mappingSets',
        body: {
          version: 0,
          xdmSchema: made ? standIn('schema', 'id') : target.schemaId,
          xdmVersion: '1.0',
          id: null,
          // A mapping set has no description: the marker goes into its name.
          name: `${name} mapping set [${input.markers.mappingSet}]`,
          mappings: toWireRows(mappings, source.mappingDialect),
        },
      },
    };
  }

  function dataflow({ name, schedule }: PlanInput, after: string[]): PlanObject {
    return {
      key: 'dataflow',
      kind: 'dataflow',
      title: 'Dataflow',
      name,
      marker: input.markers.dataflow,
      references: [
        { pointer: '/sourceConnectionIds/0', from: 'sourceConnection', value: 'id' },
        { pointer: '/targetConnectionIds/0', from: 'targetConnection', value: 'id' },
        { pointer: '/transformations/0/params/mappingId', from: 'mappingSet', value: 'id' },
        { pointer: '/transformations/0/params/mappingVersion', from: 'mappingSet', value: 'version' },
      ],
      // Records that arrive before their identities are known would not be found by them.
      ...(after.length > 0 && { after }),
      request: {
        method: 'POST',
        path: `${flowService}/flows`,
        body: {
          name,
          description: describe('dataflow'),
          flowSpec: { id: dataflowSpecId, version: '1.0' },
          sourceConnectionIds: [standIn('source connection', 'id')],
          targetConnectionIds: [standIn('target connection', 'id')],
          transformations: [
            {
              name: 'Mapping',
              params: {
                mappingId: standIn('mapping set', 'id'),
                mappingVersion: standIn('mapping set', 'version'),
              },
            },
          ],
          scheduleParams: toScheduleParams(schedule),
        },
      },
    };
  }
}

/** `startTime` is Unix seconds in a string and `interval` a number, as both published guides send them. */
export function toScheduleParams(schedule: Schedule): Record<string, unknown> {
  const startTime = String(schedule.startTimeSeconds);
  return schedule.frequency === 'once'
    ? { startTime, frequency: 'once' }
    : { startTime, frequency: schedule.frequency, interval: schedule.interval, backfill: schedule.backfill };
}
