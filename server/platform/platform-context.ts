import type { SandboxName } from '@/lib/ids';

/**
 * What a platform call needs. Made once per request by `server/auth/require-platform-context.ts`; without one nothing
 * can call the platform, so authorisation cannot be skipped.
 */
export type PlatformContext = {
  /** Gateway origin, may carry a path; no trailing slash. */
  baseUrl: string;
  orgId: string;
  clientId: string;
  sandboxName: SandboxName;
  /** One shared refresh for concurrent callers; `renew` drops the cached token first (after a 401). */
  accessToken: (options?: { renew: boolean }) => Promise<string>;
  fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  now: () => number;
  signal?: AbortSignal;
  /** Multiplies waits and deadlines; 1 unless every upstream is loopback. */
  timeScale: number;
};

/** The same without a sandbox, for the call that lists them. */
export type OrganisationContext = Omit<PlatformContext, 'sandboxName'>;
