'use client';

import type { CSSProperties } from 'react';
import { FieldDetail } from '@/components/schema-tree/field-detail';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { FieldRef } from './field-ref';
import { RecordPager } from './record-pager';
import { useRestingValue } from './use-resting-value';
import type { ValueStore } from './value-store';

export type FieldStripProps = {
  /** The widths of the panes above. */
  columns: CSSProperties;
  sourceTree: SchemaTree;
  targetTree: SchemaTree;
  sourceId: number;
  targetId: number;
  /** The field below the pointer, which is told about as long as the pointer stays. */
  pointed: ValueStore<FieldRef | undefined>;
  statistics: SchemaStatistics;
  sampleCount: number;
  recordIndex: number;
  onRecordChange: (index: number) => void;
};

const pointedAfterMs = 150;

/**
 * What is known about the active field of each side, or the one the pointer rests on, and whose values the rows show. The
 * height never changes.
 */
export function FieldStrip(props: FieldStripProps) {
  const { columns, sourceTree, targetTree, statistics, sampleCount } = props;
  const { recordIndex, onRecordChange } = props;
  const pointed = useRestingValue(props.pointed, pointedAfterMs);
  const sourceId = pointed?.side === 'source' ? pointed.id : props.sourceId;
  const targetId = pointed?.side === 'target' ? pointed.id : props.targetId;
  return (
    <div
      style={columns}
      className="grid h-20 shrink-0 grid-cols-[minmax(0,var(--source-share))_clamp(6rem,11%,11rem)_minmax(0,var(--target-share))] border-t border-line"
    >
      <section aria-label="Source field" className="overflow-y-auto px-3 py-2">
        <FieldDetail
          tree={sourceTree}
          id={sourceId}
          statistics={statistics.get(sourceTree.path[sourceId] ?? '')}
          hint="Source field: nothing chosen yet."
        />
      </section>
      <div className="grid place-items-center border-x border-line bg-page">
        {sampleCount > 0 && (
          <RecordPager
            count={sampleCount}
            recordIndex={recordIndex}
            onRecordChange={onRecordChange}
            isStacked
          />
        )}
      </div>
      <section aria-label="Target field" className="overflow-y-auto px-3 py-2">
        <FieldDetail tree={targetTree} id={targetId} hint="Target field: nothing chosen yet." />
      </section>
    </div>
  );
}
