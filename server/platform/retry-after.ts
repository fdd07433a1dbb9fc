/**
 * Seconds to wait by a `Retry-After` of either form, or undefined without a usable one. A date is measured against the
 * server's own `Date`: the two clocks may be a day apart.
 */
export function readRetryAfterSeconds(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const untilMs = Date.parse(value);
  if (Number.isNaN(untilMs)) return undefined;
  const serverMs = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((untilMs - (Number.isNaN(serverMs) ? nowMs : serverMs)) / 1000));
}
