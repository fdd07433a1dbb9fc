import type { PlatformError } from '../platform-error';

export type SourceRefusal = {
  reason: 'key-invalid' | 'key-expired' | 'permission-missing' | 'host-unreachable';
  detail: string | undefined;
};

// In this order: a sentence about an expired key also calls it invalid, one about rights also names the key.
const signs = [
  { reason: 'key-expired', words: /\bexpired\b|\bexpiry\b|no longer valid/i },
  {
    reason: 'host-unreachable',
    words:
      /\b(?:unknown|unresolved|unreachable|invalid) host|hostname|name or service not known|ENOTFOUND|ECONNREFUSED|EHOSTUNREACH|(?:could|can)(?:not| not) (?:be )?(?:resolve|connect|reach)|connection refused/i,
  },
  {
    reason: 'permission-missing',
    words:
      /permission|forbidden|insufficient|\b403\b|not (?:allowed|authori[sz]ed) to|required (?:scope|rights?)/i,
  },
  {
    reason: 'key-invalid',
    words:
      /invalid (?:api )?(?:key|token|credential)|unauthori[sz]ed|\b401\b|authentication|(?:api key|token|credential)s?\b.*\b(?:invalid|wrong|revoked|not valid)/i,
  },
] as const;

/**
 * Whether the source itself, and not Adobe, refused: its words come inside an error of Flow Service. Undefined for
 * refusals of Adobe's own (gateway, organisation, sandbox, rights) and for anything not understood.
 */
export function readSourceRefusal(error: PlatformError): SourceRefusal | undefined {
  if (error.kind === 'stale' || error.kind === 'rate-limited' || error.kind === 'not-found') return undefined;
  // 13xx come from the sources behind Flow Service, 1001 to 1003 are their plain 401 to 404.
  if (error.code === undefined || !/-(?:13\d\d|100[0-3]|1011)-\d{3}$/.test(error.code)) return undefined;
  const words = `${error.title ?? ''} ${error.detail ?? ''}`;
  const sign = signs.find((candidate) => candidate.words.test(words));
  if (sign) return { reason: sign.reason, detail: error.detail };
  if (error.kind === 'unauthorized') return { reason: 'key-invalid', detail: error.detail };
  if (error.kind === 'forbidden') return { reason: 'permission-missing', detail: error.detail };
  return undefined;
}
