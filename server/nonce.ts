import 'server-only';
import { headers } from 'next/headers';
import { nonceHeader } from './request-headers';

/** The nonce of this answer, for `<meta property="csp-nonce">` and inline scripts; empty where proxy.ts did not run. */
export async function getNonce(): Promise<string> {
  return (await headers()).get(nonceHeader) ?? '';
}
