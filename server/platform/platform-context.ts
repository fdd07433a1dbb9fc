import type { SandboxName } from '@/lib/ids';
import type { Upstream } from './upstream';

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
  /**
   * One shared refresh for concurrent callers. `renew` asks for another token after a 401; `refused` is the one that was
   * turned down, so that a late caller gets the token somebody else has fetched meanwhile.
   */
  accessToken: (options?: { renew: boolean; refused?: string }) => Promise<string>;
  fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  now: () => number;
  signal?: AbortSignal;
  /** Budget, circuit and places, shared by all calls of the organisation; without it every call stands alone. */
  upstream?: Upstream;
  /** Multiplies waits and deadlines; 1 unless every upstream is loopback. */
  timeScale: number;
};

/** The same without a sandbox, for the call that lists them. */
export type OrganisationContext = Omit<PlatformContext, 'sandboxName'>;
