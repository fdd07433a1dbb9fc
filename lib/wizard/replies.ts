import type { DataflowId, DatasetId, XdmSchemaId } from '@/lib/ids';
import type { Purpose } from '@/lib/mapping/consent-mappings';
import type { RunView } from '@/lib/plan/run-view';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import type { FieldStatistics } from '@/lib/schema/statistics';
import type { SuggestionHistory } from '@/lib/suggestion-history/suggestion-history';
import type { IdentityChoice } from '@/lib/target/new-target';
import type { FieldGroupOutline } from '@/lib/target/propose-extension';
import type { Target } from './draft';

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
  rows: unknown[];
  sampleCount: number;
};

export type TargetReply = {
  tenantId: string;
  target: Target;
  schema: JsonSchemaNode;
  requiredTargets: string[];
  identities: IdentityChoice[];
  isInProfile: boolean;
};

export type FieldGroupsReply = { fieldGroups: FieldGroupOutline[] };

export type NamespacesReply = {
  namespaces: { code: string; name: string; description: string; idType: string; custom: boolean }[];
};

export type PurposesReply = { purposes: Purpose[] };

export type NamesReply = {
  taken: { field: 'fieldGroupTitle' | 'schemaTitle' | 'datasetName' | 'classTitle'; sentence: string }[];
};

export type PathErrorsReply = { paths: { resourcePath: string; errors: number }[] };

export type DatasetsReply = {
  found: {
    id: DatasetId;
    name: string;
    schemaId: XdmSchemaId;
    schemaTitle?: string;
    /** The first fields that a search by field has found. */
    fields?: string[];
  }[];
  skipped: number;
};

export type SchemasReply = {
  found: { id: XdmSchemaId; title: string; datasets: string[]; fields?: string[] }[];
  skipped: number;
};

export type DataflowsReply = {
  dataflows: { id: DataflowId; name: string; createdAtMs: number; isSameSource: boolean }[];
};

export type DataflowMappingsReply = {
  name: string;
  mappings: { sourceType: string; source: string; destination: string }[];
};

export type PreviewReply = {
  records: {
    source: unknown;
    data: unknown;
    errors: string[];
    outcome: 'accepted' | 'rejected';
    problems: { path: string; message: string }[];
  }[];
  rowErrors: Record<string, string>;
  disagreements: {
    mappingId: string;
    record: number;
    path: string;
    local: unknown;
    platform: unknown;
  }[];
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
