import type { Sandbox, Table } from '@/e2e/emulator/contract';

/** What a row is, in the words of a request. */
export type SourceType = 'ATTRIBUTE' | 'EXPRESSION' | 'STATIC';

/** A stored row: it has the names of both dialects. Times are epoch milliseconds. */
export type MappingRow = {
  id: string;
  version: number;
  createdDate: number;
  modifiedDate: number;
  createdBy: string;
  modifiedBy: string;
  sourceType: string;
  source: string;
  destination: string;
  name?: string;
  description?: string;
  identity: boolean;
  primaryIdentity: boolean;
  matchScore: number;
  functionVersion: number;
  sourceAttribute: string;
  destinationXdmPath: string;
};

/** One version of a mapping set, as stored and as answered. */
export type MappingSet = {
  id: string;
  version: number;
  createdDate: number;
  modifiedDate: number;
  createdBy: string;
  modifiedBy: string;
  name?: string;
  supportVersion: string;
  outputSchema: { id: string; version: number; schemaRef: { id: string; contentType: string } };
  mappings: MappingRow[];
  status: 'DRAFT' | 'PUBLISHED';
  strictMapping: boolean;
  allowNullValues: boolean;
  xdmVersion: string;
  schemaRef: { id: string; contentType: string };
  xdmSchema: string;
};

export type MappingState = {
  /** All versions of each mapping set, version 0 first. */
  mappingSets: Table<MappingSet[]>;
};

/** The name of this service, which is also the key of its slot in `sandbox.services`. */
export const dataPrepName = 'dataPrep';

/** A sandbox without mapping sets. */
export function createMappingState(): MappingState {
  return { mappingSets: Object.create(null) };
}

/** The slot of a sandbox, made on first use. */
export function mappingState(sandbox: Sandbox): MappingState {
  const known = sandbox.services[dataPrepName];
  if (known !== undefined) return known as MappingState;
  const created = createMappingState();
  sandbox.services[dataPrepName] = created;
  return created;
}

// The public samples show only the first; the second is what a client reads back for calculated fields.
const storedTypes: Record<SourceType, string> = {
  ATTRIBUTE: 'text/x.schema-path',
  EXPRESSION: 'text/x.aep-xl',
  STATIC: 'STATIC',
};

/** How a kind of row is written in answers. */
export function storedSourceType(type: SourceType): string {
  return storedTypes[type];
}

/** The kind behind either spelling, or undefined for anything else. */
export function readSourceType(text: string): SourceType | undefined {
  for (const type of ['ATTRIBUTE', 'EXPRESSION', 'STATIC'] as const) {
    if (text === type || text === storedTypes[type]) return type;
  }
  return undefined;
}
