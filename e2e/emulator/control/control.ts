import { emulatorNowMs, setClock } from '../clock';
import type { Organisation } from '../contract';
import type { Pipeline } from '../http/pipeline';
import { redactBody } from '../http/redact';
import { findDataset, readRecords } from '../ingestion/platform-parts';
import type { JournalRow } from '../journal';
import { addOrganisation, type NewOrganisation } from '../organisations';
import { parseWorld } from '../parse-world';
import { emptyTable } from '../plain-json';
import { readSwitches, type Switches } from '../switches';
import type { World } from '../world';

/** The control surface as functions; `/__emu` is the same over HTTP. */
export type Control = {
  /** Moves the clock and lets everything that became due happen. */
  advance: (ms: number) => { nowMs: number };
  /** `offsetMs` sets the distance to real time, `scale` the speed. */
  setClock: (change: { offsetMs?: number; scale?: number }) => { nowMs: number };
  nowMs: () => number;
  faults: { put: (plan: unknown) => void; clear: () => void; describe: () => unknown };
  barriers: {
    held: (name: string, waitMs: number) => Promise<number>;
    open: (name: string, how: 'release' | 'drop') => number;
  };
  journal: (filter?: { since?: number; org?: string; op?: string }) => JournalRow[];
  /** What exists, credentials masked. */
  state: (org?: string) => unknown;
  snapshot: (name?: string) => string;
  /** Back to the beginning, or to a snapshot. Also clears journal, faults and barriers. */
  reset: (snapshot?: string) => void;
  addOrganisation: (input: NewOrganisation) => Organisation;
  /** Life of new access tokens, revocation, and what credentials may do (`all` for everything). */
  tokens: (change: TokenChange) => { revoked: number };
  switches: (change?: Partial<Switches>) => Switches;
  /** Records written to a dataset, in any sandbox. */
  records: (datasetId: string) => unknown[] | undefined;
};

export type TokenChange = {
  ttlMs?: number;
  revoke?: 'all' | 'service' | 'user';
  permissions?: string[] | 'all';
  /** The credential whose permissions change; every one when absent. */
  clientId?: string;
};

function setPermissions(world: World, permissions: string[] | 'all', clientId: string | undefined): void {
  for (const { credentials } of Object.values(world.organisations)) {
    for (const credential of credentials) {
      if (clientId !== undefined && credential.clientId !== clientId) continue;
      if (permissions === 'all') delete credential.permissions;
      else credential.permissions = [...permissions];
    }
  }
}

const mostSnapshots = 20;

/** Binds the control surface to a running emulator. */
export function createControl(
  pipeline: Pipeline,
  hooks: { freshWorld: () => World; forgetSchedule: () => void },
): Control {
  const { core, faults, barriers, journal, settle } = pipeline;
  const snapshots = new Map<string, string>();
  let snapshotCount = 0;

  function moveClock(emulatorMs: number, scale: number): { nowMs: number } {
    core.world.clock = setClock(core.realNowMs(), emulatorMs, scale);
    settle();
    return { nowMs: core.nowMs() };
  }

  return {
    nowMs: core.nowMs,
    advance: (ms) => moveClock(core.nowMs() + ms, core.world.clock.scale),
    setClock: ({ offsetMs, scale = core.world.clock.scale }) =>
      moveClock(
        offsetMs === undefined
          ? emulatorNowMs(core.world.clock, core.realNowMs())
          : core.realNowMs() + offsetMs,
        scale,
      ),
    faults: {
      put: (plan) => faults.install(plan, core.nowMs()),
      clear: faults.clear,
      describe: faults.describe,
    },
    barriers: { held: (name, waitMs) => barriers.held(name, waitMs, pipeline.closing), open: barriers.open },
    journal: (filter) => journal.rows(filter),
    state(org) {
      settle();
      return describeWorld(core.world, core.nowMs(), org);
    },
    snapshot(name) {
      snapshotCount += 1;
      const id = name ?? `snapshot-${snapshotCount}`;
      snapshots.set(id, JSON.stringify(core.world));
      for (const oldest of [...snapshots.keys()].slice(0, snapshots.size - mostSnapshots))
        snapshots.delete(oldest);
      return id;
    },
    reset(snapshot) {
      const kept = snapshot === undefined ? undefined : snapshots.get(snapshot);
      if (snapshot !== undefined && kept === undefined) throw new Error(`there is no snapshot ${snapshot}`);
      barriers.openAll();
      faults.clear();
      journal.clear();
      core.world = kept === undefined ? hooks.freshWorld() : parseWorld(JSON.parse(kept));
      hooks.forgetSchedule();
    },
    addOrganisation: (input) => addOrganisation(core.world, core.services, input, core.nowMs()),
    tokens({ ttlMs, revoke, permissions, clientId }) {
      const { ims } = core.world;
      if (permissions !== undefined) setPermissions(core.world, permissions, clientId);
      if (ttlMs !== undefined) ims.accessTokenTtlMs = ttlMs;
      let revoked = 0;
      for (const [key, token] of Object.entries(ims.accessTokens)) {
        if (revoke !== 'all' && revoke !== token.kind) continue;
        delete ims.accessTokens[key];
        revoked += 1;
      }
      return { revoked };
    },
    switches(change = {}) {
      Object.assign(core.world.switches, readSwitches(change));
      return { ...core.world.switches };
    },
    records(datasetId) {
      settle();
      for (const organisation of Object.values(core.world.organisations)) {
        for (const sandbox of Object.values(organisation.sandboxes)) {
          if (findDataset(sandbox, datasetId)) return [...readRecords(sandbox, datasetId)];
        }
      }
      return undefined;
    },
  };
}

function describeWorld(world: World, nowMs: number, org: string | undefined): unknown {
  const organisations = emptyTable<unknown>();
  for (const organisation of Object.values(world.organisations)) {
    if (org !== undefined && org !== organisation.orgId) continue;
    organisations[organisation.orgId] = redactBody(organisation);
  }
  const { ims } = world;
  return {
    nowMs,
    startedAtMs: world.startedAtMs,
    clock: world.clock,
    switches: world.switches,
    organisations,
    ims: {
      people: ims.people,
      accessTokens: Object.keys(ims.accessTokens).length,
      refreshTokens: Object.keys(ims.refreshTokens).length,
      sessions: Object.keys(ims.sessions).length,
      accessTokenTtlMs: ims.accessTokenTtlMs,
    },
  };
}
