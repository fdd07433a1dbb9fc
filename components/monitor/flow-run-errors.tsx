'use client';

import { Notice } from '@/components/ui/notice';
import { explainErrorCode } from '@/lib/dataflow/error-codes';
import type { FlowRunError } from '@/lib/dataflow/flow-run';
import { formatPlural } from '@/lib/format/numbers';

/** The errors of one run: what each code means and what to do, with the platform's own words beside it. */
export function FlowRunErrors({ errors }: { errors: readonly FlowRunError[] }) {
  return (
    <div className="flex flex-col gap-2">
      {errors.map(({ code, message, recordCount }) => {
        const known = explainErrorCode(code);
        return (
          <Notice
            key={`${code}:${message}`}
            tone="negative"
            title={known?.meaning ?? (message || 'Adobe reported an error without a text.')}
          >
            {known && <p>{known.remedy}</p>}
            <p className="text-sm text-text-muted">
              <code className="font-mono">{code}</code>
              {recordCount !== undefined && ` · ${formatPlural(recordCount, 'record')}`}
              {known && message !== '' && ` · ${message}`}
            </p>
          </Notice>
        );
      })}
    </div>
  );
}
