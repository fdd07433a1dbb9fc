'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Meter } from '@/components/ui/meter';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Skeleton } from '@/components/ui/skeleton';
import { StatusLight } from '@/components/ui/status-light';
import type { PreviewedRecord } from '@/lib/preview/preview-sample';
import { RecordPager } from '../record-pager';
import { Disagreements } from './disagreements';
import { PlatformVerdict } from './platform-verdict';
import type { PreviewPanelProps } from './preview-panel';
import { ReasonList } from './reason-list';
import { RecordTree } from './record-tree';

const outcomes = {
  accepted: { tone: 'positive', text: 'This record would be accepted.' },
  rejected: { tone: 'negative', text: 'This record would be rejected.' },
  uncertain: { tone: 'caution', text: 'Masked values hide whether this record would be accepted.' },
} as const;

/** The share of the sample that would be accepted and why the rest is not, then one mapped record. */
export function PreviewContent(props: PreviewPanelProps) {
  const { local, platform, revealed, mappings, recordIndex, onRecordChange } = props;
  const [form, setForm] = useState<'tree' | 'json'>('tree');
  if (mappings.length === 0) {
    return <p className="text-sm text-text-muted">Map the first field, and its values appear here.</p>;
  }
  if (!local) return <Skeleton className="h-64 w-full" />;
  const count = local.records.length;
  if (count === 0) return <p className="text-sm text-text-muted">The source gave no sample records.</p>;
  const at = Math.min(recordIndex, count - 1);
  const record = local.records[at];
  const fresh = platform.isStale ? undefined : platform.data;
  return (
    <>
      <AcceptedShare records={local.records} />
      <ReasonList reasons={local.reasons} mappings={mappings} onRecordChange={onRecordChange} />
      <PlatformVerdict platform={platform} />
      {fresh && (
        <Disagreements
          found={fresh.disagreements}
          count={fresh.records.length}
          onRecordChange={onRecordChange}
        />
      )}
      {revealed.error && <AppErrorNotice error={revealed.error} />}
      <div className="flex flex-col gap-2 border-t border-line pt-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <RecordPager count={count} recordIndex={at} onRecordChange={onRecordChange} />
          <SegmentedControl
            label="Form of the record"
            value={form}
            onChange={setForm}
            segments={[
              { value: 'tree', label: 'Tree' },
              { value: 'json', label: 'JSON' },
            ]}
          />
        </div>
        {record && (
          <>
            <StatusLight tone={outcomes[record.outcome].tone}>{outcomes[record.outcome].text}</StatusLight>
            {form === 'tree' ? (
              <RecordTree record={record} />
            ) : (
              <CodeBlock code={toJson(record.data)} what="Mapped record" />
            )}
          </>
        )}
        <Button
          size="small"
          variant="quiet"
          onPress={revealed.toggle}
          isPending={revealed.isPending}
          pendingLabel="Reading"
          icon={revealed.rows ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
        >
          {revealed.rows ? 'Mask values' : 'Show values for a minute'}
        </Button>
      </div>
    </>
  );
}

function AcceptedShare({ records }: { records: readonly PreviewedRecord[] }) {
  const accepted = records.filter(({ outcome }) => outcome === 'accepted').length;
  const uncertain = records.filter(({ outcome }) => outcome === 'uncertain').length;
  return (
    <Meter
      label="Would be accepted"
      value={accepted}
      maxValue={records.length}
      valueText={`${accepted} of ${records.length} sample records`}
      tone={
        accepted === records.length
          ? 'positive'
          : accepted + uncertain === records.length
            ? 'caution'
            : 'negative'
      }
      {...(uncertain > 0 && {
        hint: `${uncertain} cannot be judged from masked values. Show them, or check with Adobe.`,
      })}
    />
  );
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part), 2);
}
