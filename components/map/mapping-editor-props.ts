import type { ReactNode } from 'react';
import type { MappingHistory } from '@/lib/mapping/mapping';
import type { WireDialect } from '@/lib/mapping/wire-dialects';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { MappingPreset } from '@/lib/sources/source-definition';
import type { SuggestionData } from './suggest/use-suggestions';
import type { FillsWindow } from './use-fills-window';

export type MappingEditorProps = {
  /** The explore answer's `schema`, best after `mergeObserved`. Keep the object the same between renders. */
  sourceSchema: JsonSchemaNode;
  /** The target schema, fully resolved. Keep the object the same between renders. */
  targetSchema: JsonSchemaNode;
  /** The object that wraps one record (`data`, `content`): starts open. */
  recordRoot: string;
  /** Names at the top of the source that are left out. */
  envelopeFields: readonly string[];
  /** Without the leading underscore. */
  tenantId: string;
  /** Published mapping sets of this source and resource path. */
  presets: readonly MappingPreset[];
  /** Whether the page makes room for the editor, and the way to change it; no such way is offered without it. */
  fillsWindow?: FillsWindow;
  /** What the page offers besides them, in the same menu. */
  morePresets?: readonly { title: string; description: string; onApply: () => void }[];
  /** Target paths that must be filled. */
  requiredTargets: readonly string[];
  /** Target paths that identify a person. */
  identityTargets: readonly string[];
  /** The mappings with their undo and redo steps. The page keeps them and saves them. */
  history: MappingHistory;
  onChange: (history: MappingHistory) => void;
  /** Records as the preview gives them, wrapped in `recordRoot`; personal values are masked before they are shown. */
  sampleRecords?: readonly unknown[];
  /** Of the whole sample, by its real values: of masked ones every id would be the same. */
  statistics?: SchemaStatistics;
  /** The platform's preview of the same records, in the same order. */
  previewResults?: readonly { data: unknown }[];
  readOnly?: boolean;
  /** The form in which the platform gets the rows; `source` when left out. */
  mappingDialect?: WireDialect;
  /** Paths of target folders that start open, besides the tenant object. */
  openTargets?: readonly string[];
  /** What else the page offers for the active target field; `refused` says why it cannot identify anybody. */
  targetAction?: (path: string, refused: string | undefined) => ReactNode;
  /** Another place that mappings can be imported from, besides files. */
  importFrom?: (onTake: (text: string, title: string) => void) => ReactNode;
  /** What the onboarding is called: names exported files. */
  name?: string;
  /** Signs comments. */
  personName?: string;
  /** The sample record on show; kept here when left out. */
  recordIndex?: number;
  onRecordChange?: (index: number) => void;
  /** What suggestions are worked out from; none are made without it. Keep the object the same between renders. */
  suggestFrom?: SuggestionData;
  /** What the platform's own check says about rows as they are now, by mapping id. */
  rowErrors?: Readonly<Record<string, string>>;
};
