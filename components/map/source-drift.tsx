'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

export type SourceDriftProps = {
  /** Mapped paths that the source no longer shows. */
  gone: readonly string[];
  onTakeFields: () => void;
  isTaking: boolean;
};

const named = 3;

/** Says that the source has other fields now than when the mapping was made, and offers to go on with those. */
export function SourceDrift({ gone, onTakeFields, isTaking }: SourceDriftProps) {
  const more = gone.length - named;
  return (
    <Notice
      tone="caution"
      announce="status"
      title={
        gone.length === 1
          ? 'A mapped field is no longer in the source'
          : `${gone.length.toLocaleString('en')} mapped fields are no longer in the source`
      }
      actions={
        <Button size="small" onPress={onTakeFields} isPending={isTaking} pendingLabel="Reading the fields">
          Use the fields as they are now
        </Button>
      }
    >
      <p>
        {gone.slice(0, named).map((path, at) => (
          <span key={path}>
            {at > 0 && ', '}
            <bdi className="font-mono text-sm break-all">{path}</bdi>
          </span>
        ))}
        {more > 0 && ` and ${more.toLocaleString('en')} more`}: not in the latest sample. All rows stay; those
        that lose their field are marked, and likely fields are offered for them.
      </p>
    </Notice>
  );
}
