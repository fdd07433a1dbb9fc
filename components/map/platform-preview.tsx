'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { StatusLight } from '@/components/ui/status-light';
import type { OnboardingId } from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { type PreviewReply, previewReply } from '@/lib/wizard/replies';

/** The platform's answer, with the rows it was about. */
type Checked = PreviewReply & { mappings: readonly FieldMapping[] };

type Preview = {
  data: Checked | undefined;
  error: unknown;
  isFetching: boolean;
  isStale: boolean;
  run: () => void;
  markStale: () => void;
};

/** Asks the platform what it makes of the sample with the saved mappings; `flush` saves what is not saved yet. */
export function usePlatformPreview(
  onboardingId: OnboardingId,
  resourcePath: string,
  flush: () => Promise<boolean>,
  mappings: readonly FieldMapping[],
): Preview {
  const [isStale, setStale] = useState(false);
  const query = useQuery({
    queryKey: ['preview', onboardingId, resourcePath],
    queryFn: async ({ signal }) => {
      await flush();
      const reply = await readJson(
        `/api/onboardings/${onboardingId}/preview?${new URLSearchParams({ resourcePath })}`,
        previewReply,
        signal,
      );
      return { ...reply, mappings };
    },
    enabled: false,
    retry: false,
  });
  return {
    data: query.data,
    error: query.error,
    isFetching: query.isFetching,
    isStale,
    run: () => {
      setStale(false);
      void query.refetch();
    },
    markStale: () => setStale(true),
  };
}

/** The platform's own result for the sample: one record at a time, with what it refuses. */
export function PlatformPreview({
  preview,
  hasMappings,
  recordIndex: row,
  onRecordChange: setRow,
}: {
  preview: Preview;
  hasMappings: boolean;
  /** The record on show, the same as in the editor. */
  recordIndex: number;
  onRecordChange: (index: number) => void;
}) {
  const { data } = preview;
  const record = data?.records[Math.min(row, data.records.length - 1)];
  const withErrors = data?.records.filter(({ errors }) => errors.length > 0).length ?? 0;
  const refused = data ? Object.keys(data.rowErrors).length : 0;
  return (
    <Card
      title="Platform preview"
      description="What Adobe makes of the sample records with these mappings. Nothing is created."
      actions={
        <Button
          size="small"
          onPress={preview.run}
          isPending={preview.isFetching}
          pendingLabel="Asking Adobe"
          disabledReason={hasMappings ? undefined : 'Map at least one field first.'}
        >
          {data ? 'Check again' : 'Check with Adobe'}
        </Button>
      }
    >
      {preview.error !== null && preview.error !== undefined && (
        <AppErrorNotice
          error={toAppError(preview.error)}
          onRetry={preview.run}
          isRetrying={preview.isFetching}
        />
      )}
      {data && (
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <StatusLight tone={withErrors + refused > 0 ? 'caution' : 'positive'}>
              {withErrors + refused === 0
                ? `All ${data.records.length} sample records come through`
                : `${withErrors} of ${data.records.length} sample records and ${refused} mapping rows have errors`}
            </StatusLight>
            {preview.isStale && (
              <span className="text-sm text-text-muted">The mapping has changed since.</span>
            )}
            {data.records.length > 1 && (
              <div className="flex items-center gap-2">
                <Button size="small" onPress={() => setRow(Math.max(0, row - 1))}>
                  Previous
                </Button>
                <span className="tabular text-sm">
                  Record {Math.min(row, data.records.length - 1) + 1} of {data.records.length}
                </span>
                <Button size="small" onPress={() => setRow(Math.min(data.records.length - 1, row + 1))}>
                  Next
                </Button>
              </div>
            )}
          </div>
          {record && record.errors.length > 0 && (
            <ul className="list-disc ps-5 text-negative-strong">
              {record.errors.map((error) => (
                <li key={error}>{error}</li>
              ))}
            </ul>
          )}
          {record && <CodeBlock code={JSON.stringify(record.data, null, 2)} what="Mapped record" />}
        </div>
      )}
    </Card>
  );
}
