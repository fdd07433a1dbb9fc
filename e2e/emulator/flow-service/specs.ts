import type { Source } from '../sources/source';
import { sources } from '../sources/sources';

export const dataLakeSpecId = 'c604ff05-7f1a-43c0-8e18-33bf874cb11c';
export const flowSpecId = '6499120c-0b15-42dc-936e-847ea3c24d72';
export const authSpecName = 'OAuth2 Refresh Code';

const providerId = '0ed90a81-07f4-4586-8190-b40eccef1c5a';
/** A JSON Schema keyword; written out as a key it would make the object look like a promise. */
const thenKeyword = 'then';
const draft7 = 'http://json-schema.org/draft-07/schema#';
const permissionsInfo = {
  view: [{ '@type': 'lowLevel', name: 'EnterpriseSource', permissions: ['read'] }],
  manage: [{ '@type': 'lowLevel', name: 'EnterpriseSource', permissions: ['write'] }],
};

const titles: Record<string, { label: string; category: string; isBeta: boolean }> = {
  stripe: { label: 'Stripe', category: 'payments', isBeta: true },
  'onetrust-integration': { label: 'OneTrust Integration', category: 'consentAndPreferences', isBeta: false },
};

function sourceSpecDocument(source: Source) {
  const properties: Record<string, unknown> = {};
  for (const field of source.authFields) {
    properties[field.name] =
      field.name === 'host'
        ? { type: 'string', title: 'Host', description: 'Host name of your environment, without a scheme.' }
        : { type: 'string', title: 'Access token', format: 'password' };
  }
  const paths = source.streams.map((stream) => stream.resourcePath).filter((path) => path !== '');
  const title = titles[source.name];
  return {
    id: source.connectionSpecId,
    name: source.name,
    providerId,
    version: '1.0',
    authSpec: [
      {
        name: authSpecName,
        type: 'OAuth2RefreshCode',
        spec: {
          $schema: draft7,
          type: 'object',
          properties,
          required: source.authFields.map((field) => field.name),
        },
      },
    ],
    sourceSpec: {
      name: title?.label,
      type: 'object',
      spec: {
        $schema: draft7,
        type: 'object',
        properties:
          paths.length === 0 ? {} : { resourcePath: { type: 'string', title: 'Resource path', enum: paths } },
        ...(paths.length === 0 ? {} : { required: ['resourcePath'] }),
      },
      attributes: {
        uiAttributes: {
          isSource: true,
          isBeta: title?.isBeta,
          category: { key: title?.category },
          label: { key: title?.label },
        },
      },
    },
    exploreSpec: { name: 'Resource', type: 'Resource' },
    attributes: { isSource: true, category: title?.category, connectorName: title?.label },
    permissionsInfo,
  };
}

/** The connection specs: both sources and the data lake. */
export const connectionSpecs = [
  ...sources.map(sourceSpecDocument),
  {
    id: dataLakeSpecId,
    // Clients look the spec up by this name.
    name: 'datalake',
    providerId,
    version: '1.0',
    targetSpec: {
      name: 'Data lake',
      type: 'DataSet',
      spec: {
        $schema: draft7,
        type: 'object',
        properties: { dataSetId: { type: 'string' } },
        required: ['dataSetId'],
      },
    },
    attributes: { isSource: false },
    permissionsInfo,
  },
];

/** The one flow spec both sources use: REST storage to the data lake. */
export const flowSpecs = [
  {
    id: flowSpecId,
    name: 'RestStorageToAEP',
    providerId,
    version: '1.0',
    sourceConnectionSpecIds: sources.map((source) => source.connectionSpecId),
    targetConnectionSpecIds: [dataLakeSpecId],
    optionSpec: {
      name: 'OptionSpec',
      spec: {
        $schema: draft7,
        type: 'object',
        properties: {
          errorDiagnosticsEnabled: { title: 'Error diagnostics.', type: 'boolean', default: false },
          partialIngestionPercent: {
            title: 'Partial ingestion threshold.',
            type: 'number',
            exclusiveMinimum: 0,
          },
        },
      },
    },
    scheduleSpec: {
      name: 'PeriodicSchedule',
      type: 'Periodic',
      spec: {
        $schema: draft7,
        type: 'object',
        properties: {
          startTime: { description: 'epoch time', type: 'integer' },
          frequency: { type: 'string', enum: ['once', 'minute', 'hour', 'day', 'week'] },
          interval: { type: 'integer' },
          backfill: { type: 'boolean', default: true },
        },
        required: ['startTime', 'frequency'],
        if: { properties: { frequency: { const: 'once' } } },
        [thenKeyword]: { allOf: [{ not: { required: ['interval'] } }, { not: { required: ['backfill'] } }] },
        else: {
          required: ['interval'],
          if: { properties: { frequency: { const: 'minute' } } },
          [thenKeyword]: { properties: { interval: { minimum: 15 } } },
          else: { properties: { interval: { minimum: 1 } } },
        },
      },
    },
    transformationSpecs: [
      {
        name: 'Mapping',
        spec: {
          $schema: draft7,
          type: 'object',
          properties: { mappingId: { type: 'string' }, mappingVersion: { type: 'string' } },
        },
      },
    ],
    attributes: { isSourceFlow: true },
    permissionsInfo,
  },
];
