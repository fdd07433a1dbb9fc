'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type CSSProperties, useMemo } from 'react';
import { FieldDetail } from '@/components/schema-tree/field-detail';
import { Button } from '@/components/ui/button';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import { collectStatistics } from '@/lib/schema/statistics';

export type FieldStripProps = {
  /** The widths of the panes above. */
  columns: CSSProperties;
  sourceTree: SchemaTree;
  targetTree: SchemaTree;
  sourceId: number;
  targetId: number;
  sampleRecords: readonly unknown[];
  recordIndex: number;
  onRecordChange: (index: number) => void;
};

/** What is known about the active field of each side, and whose values the rows show. The height never changes. */
export function FieldStrip(props: FieldStripProps) {
  const { columns, sourceTree, targetTree, sourceId, targetId, sampleRecords, recordIndex, onRecordChange } =
    props;
  // Ten records are read once, not with every row a person walks over.
  const statistics = useMemo(() => collectStatistics(sampleRecords), [sampleRecords]);
  const count = sampleRecords.length;
  return (
    <div
      style={columns}
      className="grid h-24 shrink-0 grid-cols-[minmax(0,var(--source-share))_clamp(6rem,11%,11rem)_minmax(0,var(--target-share))] border-t border-line"
    >
      <section aria-label="Active source field" className="overflow-y-auto p-3">
        <FieldDetail
          tree={sourceTree}
          id={sourceId}
          statistics={statistics.get(sourceTree.path[sourceId] ?? '')}
          hint="Source field: nothing chosen yet."
        />
      </section>
      <div className="flex flex-col items-center justify-center gap-1 border-x border-line bg-page text-center">
        {count > 0 && (
          <>
            <span className="tabular text-xs text-text-muted">
              Record {recordIndex + 1} of {count}
            </span>
            <span className="flex gap-1">
              <Button
                variant="quiet"
                size="small"
                isIconOnly
                aria-label="Previous sample record"
                icon={<ChevronLeft aria-hidden size={16} />}
                onPress={() => onRecordChange((recordIndex + count - 1) % count)}
              />
              <Button
                variant="quiet"
                size="small"
                isIconOnly
                aria-label="Next sample record"
                icon={<ChevronRight aria-hidden size={16} />}
                onPress={() => onRecordChange((recordIndex + 1) % count)}
              />
            </span>
          </>
        )}
      </div>
      <section aria-label="Active target field" className="overflow-y-auto p-3">
        <FieldDetail tree={targetTree} id={targetId} hint="Target field: nothing chosen yet." />
      </section>
    </div>
  );
}
