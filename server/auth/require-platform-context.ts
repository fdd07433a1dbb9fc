import 'server-only';
import { AppFailure } from '@/lib/app-error';
import { type SandboxName, sandboxNameSchema } from '@/lib/ids';
import { getEnv } from '@/server/env';
import { createServiceTokenSource } from '@/server/ims/service-token';
import type { OrganisationContext, PlatformContext } from '@/server/platform/platform-context';
import { listSandboxes } from '@/server/platform/sandboxes/sandboxes';
import { createUpstream, type Upstream } from '@/server/platform/upstream';
import type { Session } from './session';

type Sandboxes = Awaited<ReturnType<typeof listSandboxes>>;

declare global {
  var tributaryTokenSource: ReturnType<typeof createServiceTokenSource> | undefined;
  var tributaryUpstream: Upstream | undefined;
  var tributarySandboxes: Map<string, { sandboxes: Promise<Sandboxes>; untilMs: number }> | undefined;
}

const sandboxesKeptMs = 60_000;

/**
 * What platform calls of this request need, in the given sandbox or else the session's. Throws `invalid-input` when none
 * was chosen and `not-found` for a sandbox the organisation does not list.
 */
export async function requirePlatformContext(
  session: Pick<Session, 'orgId' | 'sandboxName'>,
  sandboxName: string | null = session.sandboxName,
): Promise<PlatformContext> {
  if (sandboxName === null) {
    throw new AppFailure({
      kind: 'invalid-input',
      fieldErrors: { sandboxName: 'Choose the sandbox you want to work in.' },
    });
  }
  const known = await isListed(session.orgId, sandboxName);
  const parsed = sandboxNameSchema.safeParse(sandboxName);
  if (!known || !parsed.success) throw new AppFailure({ kind: 'not-found', what: 'sandbox' });
  return createPlatformContext(parsed.data);
}

/** The sandboxes of the organisation, read at most once a minute. */
export async function listOrganisationSandboxes(orgId: string): Promise<Sandboxes> {
  globalThis.tributarySandboxes ??= new Map();
  const kept = globalThis.tributarySandboxes.get(orgId);
  if (kept && Date.now() < kept.untilMs) return await kept.sandboxes;
  const sandboxes = listSandboxes(getOrganisationContext());
  globalThis.tributarySandboxes.set(orgId, { sandboxes, untilMs: Date.now() + sandboxesKeptMs });
  // A failed read is not kept: the next request asks again.
  sandboxes.catch(() => globalThis.tributarySandboxes?.delete(orgId));
  return await sandboxes;
}

/** For work that outlives a request: the sandbox was checked when the work was accepted. */
export function createPlatformContext(sandboxName: SandboxName): PlatformContext {
  return { ...getOrganisationContext(), sandboxName };
}

/** What calls outside any sandbox need. */
export function getOrganisationContext(): OrganisationContext {
  const env = getEnv();
  const shared = { fetch: globalThis.fetch, now: () => Date.now(), timeScale: env.timeScale };
  // One per process, so that all requests share one token and one refresh.
  globalThis.tributaryTokenSource ??= createServiceTokenSource({
    imsBaseUrl: env.imsBaseUrl,
    clientId: env.service.clientId,
    clientSecret: env.service.clientSecret,
    scopes: env.service.scopes.split(','),
    ...shared,
  });
  const source = globalThis.tributaryTokenSource;
  globalThis.tributaryUpstream ??= createUpstream({ timeScale: env.timeScale });
  return {
    baseUrl: env.aepBaseUrl,
    orgId: env.service.orgId,
    clientId: env.service.clientId,
    accessToken: source.accessToken,
    upstream: globalThis.tributaryUpstream,
    ...shared,
  };
}

async function isListed(orgId: string, sandboxName: string): Promise<boolean> {
  const sandboxes = await listOrganisationSandboxes(orgId);
  return sandboxes.some((sandbox) => sandbox.name === sandboxName);
}
