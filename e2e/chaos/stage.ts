import type { Db } from '@/server/db/db';
import type { RunRow } from '@/server/db/runs';
import type { PlatformContext } from '@/server/platform/platform-context';
import type { Cell } from './cells';
import { operations, rulesFor } from './faults';
import type { Evidence } from './invariants';
import { type Lane, type Subject, scale, type Tenant } from './lane';
import type { ChaosTarget } from './plans';

export type CellResult = { cell: Cell; violations: string[]; facts: string; ms: number };

export type Bench = {
  lane: Lane;
  db: Db;
  seed: number;
  /** A PostgreSQL server for what has to be shown on a real one; empty where there is none. */
  postgresUrl: string;
  /** Whether that server is the database of everything. */
  isAllOnPostgres: boolean;
};

/** Everything a cell needs, made anew for it. */
export type Stage = {
  cell: Cell;
  lane: Lane;
  db: Db;
  tenant: Tenant;
  platform: PlatformContext;
  subject: Subject;
  /** What the onboarding writes into. */
  target: ChaosTarget;
  baseConnectionId: string;
};

export type Seen = Partial<Pick<Evidence, 'rests' | 'foreign' | 'struck'>> & {
  runId?: string;
  violations?: string[];
  facts?: string;
  /** Where the cell has a database of its own: what stands in it, and its end. */
  own?: { db: Db; subject: Subject; close: () => Promise<void> };
};

/** From now on the fault of the cell strikes. */
export function strike(
  { lane, cell }: Pick<Stage, 'lane' | 'cell'>,
  fault = cell.fault,
  step = cell.step,
): void {
  lane.emulator.control.faults.put({ seed: 1, rules: rulesFor(fault, step, scale, lane.canary) });
}

/** The fault is gone. */
export function calm({ lane, tenant }: Pick<Stage, 'lane' | 'tenant'>): void {
  lane.emulator.control.faults.clear();
  lane.emulator.control.tokens({ permissions: 'all', clientId: tenant.clientId });
}

/** How often the fault has struck. */
export function hits(lane: Lane): number {
  const { rules } = lane.emulator.control.faults.describe() as { rules: { hits: number }[] };
  return rules.reduce((sum, rule) => sum + rule.hits, 0);
}

/** What each code of the catalogue allows a run to rest in before anybody has done anything. */
export const needsPerson = new Set(['F17', 'F19b', 'F20', 'F29']);

/** What must not have been sent again too early. */
export function struckBy({ cell }: Stage): Evidence['struck'] {
  if (cell.fault !== 'F01' && cell.fault !== 'F02') return undefined;
  // A date has whole seconds: up to one of them may be missing.
  return { op: operations[cell.step] ?? '', waitMs: cell.fault === 'F01' ? 20_000 : 58_000 };
}

/** Whether a run still rests as it did, and nobody has taken it up meanwhile. */
export function isSameRest(now: RunRow, before: RunRow): boolean {
  return now.state === before.state && now.fence === before.fence;
}
