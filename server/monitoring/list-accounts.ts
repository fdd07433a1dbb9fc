import { type AccountView, trialPrefix } from '@/lib/dataflow/dataflow-view';
import { type ExpiringCredential, expiryUrgency } from '@/lib/home/home-view';
import type { SandboxName } from '@/lib/ids';
import { findSourceByConnectionSpec } from '@/lib/sources/sources';
import { listCredentials } from '@/server/db/credentials';
import { listMembers } from '@/server/db/people';
import type { TeamContext } from '@/server/onboarding/team-context';
import { listBaseConnections } from '@/server/platform/flow-service/base-connections';
import { listDataflows } from '@/server/platform/flow-service/dataflows';

/** The accounts of our sources in a sandbox, with what is known of their credentials and who uses them. */
export async function listAccounts(ctx: TeamContext, sandboxName: SandboxName): Promise<AccountView[]> {
  const platform = await ctx.platform(sandboxName);
  const [connections, dataflows, credentials, members] = await Promise.all([
    listBaseConnections(platform),
    listDataflows(platform),
    listCredentials(ctx.db, { orgId: ctx.orgId, sandboxName }),
    listMembers(ctx.db, ctx.orgId),
  ]);
  return connections.items.flatMap((connection): AccountView[] => {
    const source = findSourceByConnectionSpec(connection.connectionSpecId);
    if (!source || connection.description.startsWith(trialPrefix)) return [];
    const credential = credentials.find((known) => known.baseConnectionId === connection.id);
    const using = dataflows.items.filter((dataflow) => dataflow.baseConnectionId === connection.id);
    const successes = using.flatMap(({ lastRun }) =>
      lastRun && lastRun.status !== 'failed' ? [lastRun.completedAtMs ?? 0] : [],
    );
    return [
      {
        id: connection.id,
        name: connection.name,
        sourceId: source.id,
        mode: credential?.mode === 'test' || credential?.mode === 'live' ? credential.mode : undefined,
        state:
          connection.state === 'enabled' || connection.state === 'disabled' ? connection.state : 'unknown',
        expiresAtMs: credential?.expiresOn ? Date.parse(`${credential.expiresOn}T00:00:00Z`) : undefined,
        owner: members.find((member) => member.personId === credential?.createdBy)?.name,
        createdAtMs: connection.createdAtMs,
        lastSuccessAtMs: successes.length > 0 ? Math.max(...successes) : undefined,
        dataflows: using.map(({ id, name }) => ({ id, name })),
      },
    ];
  });
}

/** Accounts whose credential ends within 30 days or has ended, the most urgent first. */
export function findExpiring(accounts: readonly AccountView[], nowMs: number): ExpiringCredential[] {
  return accounts
    .flatMap((account) =>
      account.expiresAtMs !== undefined && account.sourceId && expiryUrgency(account.expiresAtMs, nowMs)
        ? [
            {
              baseConnectionId: account.id,
              accountName: account.name,
              sourceId: account.sourceId,
              expiresAtMs: account.expiresAtMs,
              dataflowCount: account.dataflows.length,
            },
          ]
        : [],
    )
    .sort((a, b) => a.expiresAtMs - b.expiresAtMs);
}
