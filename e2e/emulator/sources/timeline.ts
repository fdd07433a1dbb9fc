import type { SourceStream } from './source';

/** When the record came into being. Index 0 is the oldest; `historyEndsMs` is when the world began. */
export function createdAtMs(stream: SourceStream, historyEndsMs: number, index: number): number {
  const { count, stepMs } = stream.history;
  return index < count
    ? historyEndsMs - (count - index) * stepMs
    : historyEndsMs + (index - count + 1) * stream.liveStepMs;
}

/** How many records exist at a moment: those created at or before it. */
export function countRecords(stream: SourceStream, historyEndsMs: number, atMs: number): number {
  const { count, stepMs } = stream.history;
  if (atMs >= historyEndsMs) return count + Math.floor((atMs - historyEndsMs) / stream.liveStepMs);
  return Math.max(0, count - Math.ceil((historyEndsMs - atMs) / stepMs) + 1);
}

/** Indexes of the records created after `fromMs` (from the beginning when absent) and up to `toMs`. */
export function recordRange(
  stream: SourceStream,
  historyEndsMs: number,
  window: { fromMs?: number; toMs: number },
): { first: number; end: number } {
  const end = countRecords(stream, historyEndsMs, window.toMs);
  const first = window.fromMs === undefined ? 0 : countRecords(stream, historyEndsMs, window.fromMs);
  return { first: Math.min(first, end), end };
}
