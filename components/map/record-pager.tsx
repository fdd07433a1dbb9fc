'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '@/components/ui/button';

export type RecordPagerProps = {
  count: number;
  recordIndex: number;
  onRecordChange: (index: number) => void;
};

/** Goes through the sample records; after the last one comes the first. */
export function RecordPager({ count, recordIndex, onRecordChange }: RecordPagerProps) {
  return (
    <span className="inline-flex items-center gap-1">
      <Button
        variant="quiet"
        size="small"
        isIconOnly
        aria-label="Previous sample record"
        icon={<ChevronLeft aria-hidden size={16} />}
        onPress={() => onRecordChange((recordIndex + count - 1) % count)}
      />
      <span className="tabular text-xs whitespace-nowrap text-text-muted">
        Record {recordIndex + 1} of {count}
      </span>
      <Button
        variant="quiet"
        size="small"
        isIconOnly
        aria-label="Next sample record"
        icon={<ChevronRight aria-hidden size={16} />}
        onPress={() => onRecordChange((recordIndex + 1) % count)}
      />
    </span>
  );
}
