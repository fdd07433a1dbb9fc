import { createHash } from 'node:crypto';
import type { Outcome } from '../faults/strike';
import type { JournalRow } from '../journal';
import { fingerprint, redactBody, redactHeaders, redactParams } from './redact';
import type { Target } from './target';

const longestJournaledBody = 32_768;

/** One answered request as the journal needs it. */
export type Exchange = {
  time: number;
  requestId: string;
  method: string;
  rawPath: string;
  /** As asked, already masked: a fault may have taken parameters out since. */
  query: JournalRow['query'];
  headers: Record<string, string>;
  bytes: Buffer | undefined;
  target: Target;
  outcome: Outcome;
  committedId: string | undefined;
  bytesSent: number;
  aborted: boolean;
};

/** Makes the journal's row of an exchange; nothing secret passes. */
export function journalRow(exchange: Exchange): Omit<JournalRow, 'seq'> {
  const { bytes, headers, outcome, target } = exchange;
  const row: Omit<JournalRow, 'seq'> = {
    time: exchange.time,
    op: target.subject.op,
    requestId: exchange.requestId,
    method: exchange.method,
    path: exchange.rawPath,
    query: exchange.query,
    headerNames: Object.keys(headers),
    requestHeaders: redactHeaders(headers),
    outcome: outcome.cut?.how ?? 'answered',
    bytes: exchange.bytesSent,
    aborted: exchange.aborted,
  };
  if (target.subject.org !== '') row.org = target.subject.org;
  if (target.subject.sandbox !== '') row.sandbox = target.subject.sandbox;
  if (headers.authorization !== undefined) row.tokenFingerprint = fingerprint(headers.authorization);
  if (bytes !== undefined && bytes.length > 0) {
    row.bodyHash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  }
  if (target.body !== undefined && (bytes?.length ?? 0) <= longestJournaledBody) {
    row.requestBody =
      target.body instanceof URLSearchParams ? redactParams(target.body) : redactBody(target.body);
  }
  if (outcome.phase !== undefined) row.phase = outcome.phase;
  if (outcome.rule !== undefined) row.rule = outcome.rule;
  if (exchange.committedId !== undefined) row.committedId = exchange.committedId;
  if (outcome.answer !== undefined) row.status = outcome.answer.status;
  return row;
}
