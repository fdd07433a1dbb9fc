'use client';

import { useClock } from '@/components/shell/clock';
import { StatusLight } from '@/components/ui/status-light';
import { daysUntil, formatDate } from '@/lib/format/dates';
import { formatPlural } from '@/lib/format/numbers';
import { expiryUrgency } from '@/lib/home/home-view';

/** When a credential ends; louder the nearer it is. */
export function ExpiryText({ expiresAtMs }: { expiresAtMs: number | undefined }) {
  const { nowMs } = useClock();
  if (expiresAtMs === undefined) return <span className="text-text-muted">Not provided</span>;
  // A day without a time is kept as midnight in UTC: in another zone it would name the day before.
  const day = formatDate(expiresAtMs, 'UTC');
  const urgency = expiryUrgency(expiresAtMs, nowMs);
  if (urgency === undefined) return day;
  if (urgency === 'expired') return <StatusLight tone="negative">Expired on {day}</StatusLight>;
  return (
    <StatusLight tone={urgency === 'last-day' ? 'negative' : 'caution'}>
      {day}, in {formatPlural(daysUntil(expiresAtMs, nowMs), 'day')}
    </StatusLight>
  );
}
