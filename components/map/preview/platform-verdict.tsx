'use client';

import { StatusLight } from '@/components/ui/status-light';
import { formatPlural } from '@/lib/format/numbers';
import type { PlatformPreview } from './use-platform-preview';

/** What Adobe itself said about the sample, and whether that is still about these mappings. */
export function PlatformVerdict({ platform }: { platform: PlatformPreview }) {
  const { data, isStale } = platform;
  if (!data) return null;
  const count = data.records.length;
  const withErrors = data.records.filter(
    ({ errors, outcome }) => errors.length > 0 || outcome === 'rejected',
  ).length;
  const refused = Object.keys(data.rowErrors).length;
  const sentences = [...new Set(data.records.flatMap(({ errors }) => errors))];
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-4" aria-live="polite">
      <h3 className="text-sm font-semibold">Adobe’s own preview</h3>
      <StatusLight tone={withErrors + refused > 0 ? 'caution' : 'positive'}>
        {withErrors + refused === 0
          ? `All ${count} sample records come through`
          : [
              withErrors > 0 && `${withErrors} of ${count} sample records have errors`,
              refused > 0 && `${formatPlural(refused, 'mapping row')} cannot be used`,
            ]
              .filter(Boolean)
              .join(', ')}
      </StatusLight>
      {isStale && <p className="text-sm text-text-muted">The mapping has changed since.</p>}
      {sentences.length > 0 && (
        <ul className="list-disc ps-5 text-sm text-negative-strong">
          {sentences.slice(0, 5).map((sentence) => (
            <li key={sentence} className="break-words">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
