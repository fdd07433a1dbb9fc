import { createHmac } from 'node:crypto';
import { AppFailure } from '@/lib/app-error';
import type { BaseConnectionId, OnboardingId } from '@/lib/ids';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { withAccount } from '@/lib/wizard/change-draft';
import { type ConnectCheck, isUsable } from '@/lib/wizard/connect-check';
import type { ConnectPart } from '@/lib/wizard/draft';
import { appendAudit } from '@/server/db/audit';
import { findCredential, recordCredential } from '@/server/db/credentials';
import type { Db } from '@/server/db/db';
import {
  createBaseConnection,
  deleteBaseConnection,
  getBaseConnection,
  updateBaseConnectionCredentials,
} from '@/server/platform/flow-service/base-connections';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { createAccount } from '@/server/provisioning/create-account';
import { checkAccount } from './check-account';
import { type LoadedOnboarding, loadOnboarding, saveChangedDraft } from './load-onboarding';
import { readCredentials } from './read-credentials';
import type { TeamContext } from './team-context';

export type ConnectResult = {
  checks: ConnectCheck[];
  /** Undefined when nothing usable was connected; then nothing was saved either. */
  connected: { baseConnectionId: BaseConnectionId; accountName: string; version: number } | undefined;
};

/**
 * Gives a pasted credential straight to the platform, tries it on every resource path, and connects the onboarding to
 * the account when it can be used. An account whose credential the source refuses is removed again. The credential is
 * stored nowhere here.
 */
export async function connectAccount(
  ctx: TeamContext,
  input: {
    onboardingId: OnboardingId;
    expectedVersion: number;
    name: string;
    credentials: Readonly<Record<string, string>>;
    expiresOn?: string | undefined;
  },
): Promise<ConnectResult> {
  const onboarding = await loadOnboarding(ctx, input.onboardingId);
  const { source, sandboxName } = onboarding;
  const credentials = readCredentials(source, input.credentials);
  const platform = await ctx.platform(sandboxName);
  const mode = source.credentialMode?.(credentials);
  const present = onboarding.draft.connect?.baseConnectionId;
  const baseConnectionId = await putAccount(
    ctx.db,
    platform,
    source,
    { onboardingId: onboarding.id, present },
    input.name,
    credentials,
  );

  const checks = await checkAccount(
    platform,
    source,
    { baseConnectionId, mode, expiresOn: input.expiresOn },
    ctx.now(),
  );
  if (!isUsable(checks)) {
    // Nobody wants an account that cannot read anything; if its removal fails, the next try takes it over.
    await deleteBaseConnection(platform, baseConnectionId).catch((error: unknown) => {
      if (!(error instanceof PlatformError)) throw error;
    });
    return { checks, connected: undefined };
  }
  await recordCredential(ctx.db, {
    orgId: ctx.orgId,
    sandboxName,
    baseConnectionId,
    sourceId: source.id,
    name: input.name,
    expiresOn: input.expiresOn ?? null,
    mode: mode ?? 'unknown',
    createdBy: ctx.session.person.id,
  });
  const draft = withAccount(onboarding.draft, {
    baseConnectionId,
    accountName: input.name,
    madeHere: true,
    ...(mode === undefined ? {} : { mode }),
    ...(input.expiresOn === undefined ? {} : { expiresOn: input.expiresOn }),
  });
  const version = await saveChangedDraft(ctx, onboarding.id, input.expectedVersion, draft);
  await appendAudit(ctx.db, {
    orgId: ctx.orgId,
    personId: ctx.session.person.id,
    action: 'account.connected',
    subject: baseConnectionId,
    facts: { onboardingId: onboarding.id, source: source.id, sandbox: sandboxName },
  });
  return { checks, connected: { baseConnectionId, accountName: input.name, version } };
}

/** Connects the onboarding to an account that exists, after trying it. */
export async function reuseAccount(
  ctx: TeamContext,
  input: { onboardingId: OnboardingId; expectedVersion: number; baseConnectionId: BaseConnectionId },
): Promise<ConnectResult> {
  const onboarding = await loadOnboarding(ctx, input.onboardingId);
  const { source, sandboxName } = onboarding;
  const platform = await ctx.platform(sandboxName);
  const connect = await readAccount(ctx, onboarding, input.baseConnectionId);
  const { baseConnectionId, accountName, mode, expiresOn } = connect;
  const checks = await checkAccount(platform, source, { baseConnectionId, mode, expiresOn }, ctx.now());
  if (!isUsable(checks)) return { checks, connected: undefined };
  const draft = withAccount(onboarding.draft, connect);
  const version = await saveChangedDraft(ctx, onboarding.id, input.expectedVersion, draft);
  return { checks, connected: { baseConnectionId, accountName, version } };
}

/** What is known of an account that exists. Throws `not-found` for one of another source. */
export async function readAccount(
  ctx: TeamContext,
  { source, sandboxName }: Pick<LoadedOnboarding, 'source' | 'sandboxName'>,
  baseConnectionId: BaseConnectionId,
): Promise<ConnectPart> {
  const account = await getBaseConnection(await ctx.platform(sandboxName), baseConnectionId);
  if (account.connectionSpecId !== source.connectionSpec.id) {
    throw new AppFailure({ kind: 'not-found', what: 'account' });
  }
  const known = await findCredential(ctx.db, { orgId: ctx.orgId, sandboxName, baseConnectionId });
  const mode = known?.mode === 'test' || known?.mode === 'live' ? known.mode : undefined;
  const expiresOn = known?.expiresOn ?? undefined;
  return {
    baseConnectionId,
    accountName: account.name,
    madeHere: false,
    ...(mode === undefined ? {} : { mode }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}

/** Makes the account, or takes over one that an earlier try of this onboarding left behind without an answer. */
async function putAccount(
  db: Db,
  platform: PlatformContext,
  source: SourceDefinition,
  // The account in use stays as it is until another one has proven itself.
  place: { onboardingId: OnboardingId; present: BaseConnectionId | undefined },
  name: string,
  credentials: Record<string, string>,
): Promise<BaseConnectionId> {
  const digest = createHmac('sha256', 'tributary:account')
    .update(`${place.onboardingId}\n${name}`)
    .digest('hex');
  const marker = `trib-${digest.slice(0, 12).toUpperCase()}`;
  const { id, existing } = await createAccount(
    { db, platform, marker, connectionSpecId: source.connectionSpec.id, present: place.present },
    () =>
      createBaseConnection(platform, {
        name,
        description: `Connected with Tributary. [${marker}]`,
        connectionSpec: source.connectionSpec,
        authSpecName: source.authSpecName,
        credentials,
      }),
  );
  // It holds the credential of the earlier try, which may have been another one.
  if (existing?.etag)
    await updateBaseConnectionCredentials(platform, { id, etag: existing.etag, credentials });
  return id;
}
