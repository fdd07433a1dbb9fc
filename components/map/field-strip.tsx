'use client';

import type { CSSProperties } from 'react';
import { FieldDetail } from '@/components/schema-tree/field-detail';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import { RecordPager } from './record-pager';

export type FieldStripProps = {
  /** The widths of the panes above. */
  columns: CSSProperties;
  sourceTree: SchemaTree;
  targetTree: SchemaTree;
  sourceId: number;
  targetId: number;
  statistics: SchemaStatistics;
  sampleCount: number;
  recordIndex: number;
  onRecordChange: (index: number) => void;
};

/** What is known about the active field of each side, and whose values the rows show. The height never changes. */
export function FieldStrip(props: FieldStripProps) {
  const { columns, sourceTree, targetTree, sourceId, targetId, statistics, sampleCount } = props;
  const { recordIndex, onRecordChange } = props;
  return (
    <div
      style={columns}
      className="grid h-20 shrink-0 grid-cols-[minmax(0,var(--source-share))_clamp(6rem,11%,11rem)_minmax(0,var(--target-share))] border-t border-line"
    >
      <section aria-label="Active source field" className="overflow-y-auto px-3 py-2">
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
      <section aria-label="Active target field" className="overflow-y-auto px-3 py-2">
        <FieldDetail tree={targetTree} id={targetId} hint="Target field: nothing chosen yet." />
      </section>
    </div>
  );
}
