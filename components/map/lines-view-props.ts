import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { FieldRef, Side } from './field-ref';
import type { MappingEditorProps } from './mapping-editor-props';
import type { SuggestionActions } from './suggest/use-suggestion-actions';
import type { Suggestions } from './suggest/use-suggestions';
import type { EditorTrees } from './use-editor-trees';
import type { Gestures } from './use-gestures';
import type { MappingModel } from './use-mapping-model';

export type LinesViewProps = {
  model: MappingModel;
  gestures: Gestures;
  trees: EditorTrees;
  /** What the pressed counter leaves on show. */
  keeps: Record<Side, ((id: number) => boolean) | undefined>;
  sampleRecords: readonly unknown[];
  statistics: SchemaStatistics;
  previewResults: readonly { data: unknown }[] | undefined;
  recordIndex: number;
  onRecordChange: (index: number) => void;
  personName: string;
  targetAction?: MappingEditorProps['targetAction'];
  readOnly: boolean;
  /** Opens the calculation of a target. */
  onCalculate: (target: string) => void;
  /** Left out where nothing is suggested. */
  suggesting?: {
    /** Undefined while they are hidden. */
    suggestions: Suggestions | undefined;
    actions: SuggestionActions;
    /** Opens the choice among several fields for one. */
    onCandidates: (field: FieldRef) => void;
  };
};
