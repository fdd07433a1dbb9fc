'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '@/components/ui/button';

export type RecordPagerProps = {
  count: number;
  recordIndex: number;
  onRecordChange: (index: number) => void;
  /** The count above the buttons, where there is little width. */
  isStacked?: boolean;
};

/** Goes through the sample records; after the last one comes the first. */
export function RecordPager({ count, recordIndex, onRecordChange, isStacked = false }: RecordPagerProps) {
  const position = (
    <span className="tabular text-xs whitespace-nowrap text-text-muted">
      Record {recordIndex + 1} of {count}
    </span>
  );
  const previous = (
    <Button
      variant="quiet"
      size="small"
      isIconOnly
      aria-label="Previous sample record"
      icon={<ChevronLeft aria-hidden size={16} />}
      onPress={() => onRecordChange((recordIndex + count - 1) % count)}
    />
  );
  const next = (
    <Button
      variant="quiet"
      size="small"
      isIconOnly
      aria-label="Next sample record"
      icon={<ChevronRight aria-hidden size={16} />}
      onPress={() => onRecordChange((recordIndex + 1) % count)}
    />
  );
  return isStacked ? (
    <span className="inline-flex flex-col items-center gap-1 text-center">
      {position}
      <span className="flex gap-1">
        {previous}
        {next}
      </span>
    </span>
  ) : (
    <span className="inline-flex items-center gap-1">
      {previous}
      {position}
      {next}
    </span>
  );
}
