import type { DataflowId, DatasetId, XdmSchemaId } from '@/lib/ids';
import type { Purpose } from '@/lib/mapping/consent-mappings';
import type { RunView } from '@/lib/plan/run-view';
import type { Disagreement } from '@/lib/preview/compare-previews';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import type { FieldStatistics } from '@/lib/schema/statistics';
import type { SuggestionHistory } from '@/lib/suggestion-history/suggestion-history';
import type { TargetName } from '@/lib/target/names-in-common';
import type { IdentityChoice } from '@/lib/target/new-target';
import type { FieldGroupOutline } from '@/lib/target/propose-extension';
import type { Target } from './draft';

/** One resource path of the source, with what its sample tells. */
export type PathReply = { path: string; title: string; description: string } & (
  | { outcome: 'readable'; sampleCount: number; newestSeconds?: number | undefined }
  | { outcome: 'permission-missing'; permission: string }
  | { outcome: 'refused'; sentence: string }
  | { outcome: 'unanswered' }
);

export type PathsReply = { paths: PathReply[] };

export type ExploredReply = {
  schema: JsonSchemaNode;
  statistics: [path: string, statistics: FieldStatistics][];
  /** Masked; at most ten. */
  rows: unknown[];
  sampleCount: number;
};

export type TargetReply = {
  tenantId: string;
  target: Target;
  schema: JsonSchemaNode;
  /** Paths at the top of the schema that every record has to fill. */
  requiredTargets: string[];
  /** What the schema has already; those that are to be added are in the target. */
  identities: IdentityChoice[];
  /** Of a schema that exists: whether it is in Profile. */
  isInProfile: boolean;
};

export type FieldGroupsReply = { fieldGroups: FieldGroupOutline[] };

export type NamespacesReply = {
  namespaces: { code: string; name: string; description: string; idType: string; custom: boolean }[];
};

export type PurposesReply = { purposes: Purpose[] };

/** A name for a new target that something else has already. */
export type TakenName = { field: TargetName; sentence: string };

export type NamesReply = { taken: TakenName[] };

export type PathErrors = { resourcePath: string; errors: number };

export type PathErrorsReply = { paths: PathErrors[] };

/** `skipped`: schemas that a search by field did not look into, because there are too many. */
export type Found<Choice> = { found: Choice[]; skipped: number };

export type DatasetChoice = {
  id: DatasetId;
  name: string;
  schemaId: XdmSchemaId;
  schemaTitle?: string;
  /** The first fields found; only in a search by field. */
  fields?: string[];
};

export type DatasetsReply = Found<DatasetChoice>;

export type SchemaChoice = {
  id: XdmSchemaId;
  title: string;
  /** Names of datasets that have it, newest first. */
  datasets: string[];
  fields?: string[];
};

export type SchemasReply = Found<SchemaChoice>;

/** A dataflow whose mapping can be taken over. */
export type MappedDataflow = { id: DataflowId; name: string; createdAtMs: number; isSameSource: boolean };

export type DataflowsReply = { dataflows: MappedDataflow[] };

export type DataflowMappingsReply = {
  name: string;
  mappings: { sourceType: string; source: string; destination: string }[];
};

export type PreviewReply = {
  /** One for each sample record, masked like the sample. */
  records: {
    source: unknown;
    data: unknown;
    errors: string[];
    /** How the platform's result keeps to the target schema, judged by its real values. */
    outcome: 'accepted' | 'rejected';
    problems: { path: string; message: string }[];
  }[];
  /** The platform's verdict on rows it refuses, by mapping id. */
  rowErrors: Record<string, string>;
  /** Where the product's own result differs from the platform's, computed from real values and told masked. */
  disagreements: Disagreement[];
};

export type RunReply = { run: RunView | null };

export type DraftReply = { version: number };

/**
 * What the wizard's GET routes answer, as the browser takes it. The routes build each answer from the type here, so only
 * its outline is checked: undefined for the page of a gateway or an answer of another version.
 */
export const readPathsReply = readerOf<PathsReply>({ paths: 'objects' });
export const readExploredReply = readerOf<ExploredReply>({
  schema: 'object',
  statistics: 'array',
  rows: 'array',
  sampleCount: 'number',
});
export const readTargetReply = readerOf<TargetReply>({
  tenantId: 'string',
  target: 'object',
  schema: 'object',
  requiredTargets: 'array',
  identities: 'objects',
  isInProfile: 'boolean',
});
export const readNamespacesReply = readerOf<NamespacesReply>({ namespaces: 'objects' });
export const readPurposesReply = readerOf<PurposesReply>({ purposes: 'objects' });
export const readNamesReply = readerOf<NamesReply>({ taken: 'objects' });
export const readPathErrorsReply = readerOf<PathErrorsReply>({ paths: 'objects' });
export const readSuggestionHistoryReply = readerOf<SuggestionHistory>({ own: 'objects', team: 'objects' });
export const readDatasetsReply = readerOf<DatasetsReply>({ found: 'objects', skipped: 'number' });
export const readSchemasReply = readerOf<SchemasReply>({ found: 'objects', skipped: 'number' });
export const readFieldGroupsReply = readerOf<FieldGroupsReply>({ fieldGroups: 'objects' });
export const readDataflowsReply = readerOf<DataflowsReply>({ dataflows: 'objects' });
export const readDataflowMappingsReply = readerOf<DataflowMappingsReply>({
  name: 'string',
  mappings: 'objects',
});
export const readPreviewReply = readerOf<PreviewReply>({
  records: 'objects',
  rowErrors: 'object',
  disagreements: 'objects',
});
export const readDraftReply = readerOf<DraftReply>({ version: 'number' });

/** The newest run, or null when there is none; undefined for anything else. */
export function readRunReply(body: unknown): RunReply | undefined {
  return isRunReply(body) ? body : undefined;
}

function isRunReply(body: unknown): body is RunReply {
  return (
    isJsonObject(body) && (body.run === null || (isJsonObject(body.run) && Array.isArray(body.run.steps)))
  );
}

type Outline = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'objects';

function readerOf<Reply>(outline: Readonly<Record<keyof Reply & string, Outline>>) {
  const members: [string, Outline][] = Object.entries(outline);
  const isReply = (body: unknown): body is Reply =>
    isJsonObject(body) && members.every(([name, kind]) => isOfKind(body[name], kind));
  return (body: unknown): Reply | undefined => (isReply(body) ? body : undefined);
}

function isOfKind(value: unknown, kind: Outline): boolean {
  switch (kind) {
    case 'object':
      return isJsonObject(value);
    case 'array':
      return Array.isArray(value);
    case 'objects':
      return Array.isArray(value) && value.every(isJsonObject);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
  }
}
