import type { Logger } from 'pino';
import {
  type BaseConnectionId,
  baseConnectionIdSchema,
  type SandboxName,
  sandboxNameSchema,
} from '@/lib/ids';
import {
  findAccountCreation,
  listDueAccountCreations,
  saveAccountCreation,
} from '@/server/db/account-creations';
import type { Db } from '@/server/db/db';
import type { Created } from '@/server/platform/created';
import {
  type BaseConnection,
  deleteBaseConnection,
  listBaseConnections,
} from '@/server/platform/flow-service/base-connections';
import { classifyOutcome } from '@/server/platform/outcome';
import { pause } from '@/server/platform/pause';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { policy } from '@/server/platform/policy';

const { earlyLookUpsMs, quietPeriodMs, sweepsMs } = policy.provisioning;
/** How long somebody at the form may be kept waiting for the end of the quiet period. */
const longestWaitAtFormMs = 20_000;

export type AccountPlace = {
  db: Db;
  platform: PlatformContext;
  marker: string;
  connectionSpecId: string;
  /** An account of the same marker that is in use: it is never taken for the new one, nor removed. */
  present: BaseConnectionId | undefined;
};

export type PutAccount = { id: BaseConnectionId; existing: BaseConnection | undefined };

/**
 * Makes an account at the platform, or finds the one that an earlier try without an answer has made; `existing` is then
 * set and holds an earlier credential. The credential is only in `create`. Throws `PlatformError`: of an unknown outcome
 * when the platform does not say yet whether it exists, and then nothing is sent again before it does.
 */
export async function createAccount(
  place: AccountPlace,
  create: () => Promise<Created<BaseConnectionId>>,
): Promise<PutAccount> {
  const { db, platform } = place;
  const key = keyOf(place);
  const earlier = await findAccountCreation(db, key);
  if (earlier?.sentAgoMs !== undefined) {
    const settledMs = (policy.deadlineMs.mutation + quietPeriodMs) * platform.timeScale;
    await pause(Math.min(longestWaitAtFormMs, Math.max(0, settledMs - earlier.sentAgoMs)), platform.signal);
    const left = await findOne(place);
    if (left) return await remember(place, left);
    if (settledMs - earlier.sentAgoMs > longestWaitAtFormMs) {
      throw new PlatformError('timeout', 'POST /connections', { title: 'Still being checked' });
    }
  } else {
    const left = await findOne(place);
    if (left) return await remember(place, left);
  }
  await saveAccountCreation(db, key, { connectionSpecId: place.connectionSpecId, sentAt: 'now' });
  try {
    const { id } = await create();
    await saveAccountCreation(db, key, settled(place, id));
    return { id, existing: undefined };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (classifyOutcome(error) !== 'unknown') {
      await saveAccountCreation(db, key, { connectionSpecId: place.connectionSpecId, sentAt: null });
      throw error;
    }
    await saveAccountCreation(db, key, {
      connectionSpecId: place.connectionSpecId,
      sweepInMs: firstSweepMs(platform),
    });
    for (const delay of earlyLookUpsMs) {
      await pause(delay * platform.timeScale, platform.signal);
      const found = await findOne(place).catch(() => undefined);
      if (found) return await remember(place, found);
    }
    throw error;
  }
}

/** Removes accounts that a request made after everybody had given it up; they hold a credential and nobody uses them. */
export async function sweepAccounts(
  db: Db,
  deps: { log: Logger; orgId: string; platform: (sandboxName: SandboxName) => PlatformContext },
): Promise<void> {
  for (const row of await listDueAccountCreations(db, deps.orgId)) {
    const platform = deps.platform(sandboxNameSchema.parse(row.sandboxName));
    try {
      const { items } = await listBaseConnections(platform, { connectionSpecId: row.connectionSpecId });
      for (const account of items.filter((candidate) => carries(candidate, row.marker))) {
        if (account.id !== row.remoteId) await deleteBaseConnection(platform, account.id);
      }
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      // In use, or no answer: the next sweep looks again.
      deps.log.warn({ marker: row.marker, kind: error.kind }, 'accounts not swept');
    }
    const next = sweepsMs[row.sweeps + 1];
    await saveAccountCreation(db, row, {
      connectionSpecId: row.connectionSpecId,
      sweeps: row.sweeps + 1,
      sweepInMs: next === undefined ? null : (next - (sweepsMs[row.sweeps] ?? 0)) * platform.timeScale,
    });
  }
}

const firstSweepMs = ({ timeScale }: PlatformContext) => sweepsMs[0] * timeScale;

const keyOf = ({ platform, marker }: AccountPlace) => ({
  orgId: platform.orgId,
  sandboxName: platform.sandboxName,
  marker,
});

const settled = (place: AccountPlace, id: BaseConnectionId) => ({
  connectionSpecId: place.connectionSpecId,
  sentAt: null,
  remoteId: id,
  sweeps: 0,
  sweepInMs: firstSweepMs(place.platform),
});

function carries(account: BaseConnection, marker: string): boolean {
  return account.description.includes(`[${marker}]`);
}

/** The one that carries the marker; what exists once too often is removed, the oldest stays. */
async function findOne(place: AccountPlace): Promise<BaseConnection | undefined> {
  const { items } = await listBaseConnections(place.platform, { connectionSpecId: place.connectionSpecId });
  const [kept, ...extras] = items
    .filter((account) => account.id !== place.present && carries(account, place.marker))
    .sort((a, b) => a.createdAtMs - b.createdAtMs);
  for (const { id } of extras) await deleteBaseConnection(place.platform, id);
  return kept;
}

async function remember(place: AccountPlace, account: BaseConnection): Promise<PutAccount> {
  const id = baseConnectionIdSchema.parse(account.id);
  await saveAccountCreation(place.db, keyOf(place), settled(place, id));
  return { id, existing: account };
}
