'use client';

import { lazy, Suspense } from 'react';
import { countOpenComments } from '@/lib/mapping/change-comments';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import type { CounterFilter, EditorView } from './editor-header';
import { describeTargetSample } from './field-samples';
import { MappingCode, MappingTable } from './later-views';
import { LinesView } from './lines-view';
import type { LinesViewProps } from './lines-view-props';
import type { MappingEditorProps } from './mapping-editor-props';
import type { SuggestionActions } from './suggest/use-suggestion-actions';
import type { Suggestions } from './suggest/use-suggestions';

const SuggestionList = lazy(() =>
  import('./suggest/suggestion-list').then((module) => ({ default: module.SuggestionList })),
);

export type EditorViewsProps = Omit<LinesViewProps, 'suggesting' | 'onCalculate'> & {
  view: EditorView;
  counter: CounterFilter | undefined;
  suggesting: {
    suggestions: Suggestions;
    areHidden: boolean;
    actions: SuggestionActions;
    onCandidates: NonNullable<LinesViewProps['suggesting']>['onCandidates'];
  };
  onShowMapping: (row: CheckedMapping) => void;
  /** Opens a calculation; without a target it asks for one. */
  onCalculate: (target: string | undefined) => void;
  history: MappingEditorProps['history'];
  mappingDialect: NonNullable<MappingEditorProps['mappingDialect']>;
};

/** Lines, table or code: three views of the same mappings. */
export function EditorViews(props: EditorViewsProps) {
  const { view, counter, suggesting, onShowMapping, history, mappingDialect, ...lines } = props;
  const { model, gestures, sampleRecords, previewResults, recordIndex } = lines;
  const { suggestions, areHidden, actions, onCandidates } = suggesting;
  if (view === 'code') {
    return <MappingCode model={model} history={history} dialect={mappingDialect} readOnly={lines.readOnly} />;
  }
  if (view === 'lines') {
    const shown = areHidden ? undefined : suggestions;
    return <LinesView {...lines} suggesting={{ suggestions: shown, actions, onCandidates }} />;
  }
  const list = suggestions.offers.length > 0 && (
    <Suspense>
      <SuggestionList suggestions={suggestions} actions={actions} />
    </Suspense>
  );
  if (counter === 'suggested' && list) return <div className="min-h-0 flex-1 overflow-auto">{list}</div>;
  const record = sampleRecords[recordIndex];
  return (
    <MappingTable
      rows={rowsFor(counter, model.checked)}
      model={model}
      sampleOf={({ mapping }) =>
        record === undefined ? '' : describeTargetSample(mapping, record, previewResults?.[recordIndex])
      }
      onRemove={gestures.remove}
      onShow={onShowMapping}
      personName={lines.personName}
      readOnly={lines.readOnly}
      onCalculate={lines.onCalculate}
    >
      {!areHidden && list}
    </MappingTable>
  );
}

function rowsFor(
  counter: CounterFilter | undefined,
  checked: readonly CheckedMapping[],
): readonly CheckedMapping[] {
  if (counter === 'errors') return checked.filter(({ verdict }) => verdict === 'refused');
  if (counter === 'comments') return checked.filter(({ mapping }) => countOpenComments(mapping) > 0);
  return checked;
}
