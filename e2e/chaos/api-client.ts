import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { operations } from '@/server/api/operations';

type Replies = { [Name in keyof typeof operations]: z.output<(typeof operations)[Name]['reply']> };
type Answer<Name extends keyof Replies> = { status: number; headers: Headers; body: Replies[Name] };

/** How long a program goes on asking an app that is not there. */
const patienceMs = 60_000;

/** The public API as a program uses it: one token, and every request that may be repeated is, while nobody answers. */
export type ApiClient = ReturnType<typeof createApiClient>;

/** A client of `/api/v1` with a token. Throws for every answer that is not the expected one. */
export function createApiClient(appUrl: string, token: string) {
  async function call<Name extends keyof Replies>(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<Name>> {
    const untilMs = performance.now() + patienceMs;
    for (;;) {
      try {
        const response = await fetch(`${appUrl}/api/v1${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
        return { status: response.status, headers: response.headers, body: JSON.parse(text) };
      } catch (error) {
        // Only what certainly has no effect of its own, or carries a key.
        const isRepeatable = method === 'GET' || 'idempotency-key' in headers;
        if (!(error instanceof TypeError) || !isRepeatable || performance.now() > untilMs) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  return {
    startOnboarding: () => call<'startOnboarding'>('POST', '/onboardings', { body: { sourceId: 'stripe' } }),
    putOnboarding: (id: string, etag: string, body: unknown) =>
      call<'putOnboarding'>('PUT', `/onboardings/${id}`, { body, headers: { 'if-match': etag } }),
    getPlan: (id: string) => call<'getPlan'>('GET', `/onboardings/${id}/plan`),
    startRun: (id: string, body: unknown, key: string = randomUUID()) =>
      call<'startRun'>('POST', `/onboardings/${id}/runs`, { body, headers: { 'idempotency-key': key } }),
    getRun: (id: string) => call<'getRun'>('GET', `/runs/${id}`),
    getLedger: (id: string) => call<'getLedger'>('GET', `/runs/${id}/ledger`),
    resumeRun: (id: string) => call<'resumeRun'>('POST', `/runs/${id}/resume`),
    answerRun: (id: string, body: unknown) => call<'answerRun'>('POST', `/runs/${id}/answer`, { body }),
    undoRun: (id: string) => call<'undoRun'>('POST', `/runs/${id}/undo`),
  };
}
