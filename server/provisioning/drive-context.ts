import type { Logger } from 'pino';
import type { Db } from '@/server/db/db';
import type { Lease } from '@/server/db/run-leases';
import type { PlatformContext } from '@/server/platform/platform-context';
import type { ObjectClients } from './object-client';

/** The world as provisioning sees it: everything that a test may want to replace. */
export type DriveWorld = {
  db: Db;
  platform: PlatformContext;
  clients: ObjectClients;
  log: Logger;
  /** Real milliseconds; unlike `platform.now` nobody waits by this clock. */
  sleep: (realMs: number) => Promise<void>;
  /** Milliseconds that never jump. */
  monotonicMs: () => number;
  /** Between 0 and 1, for jitter. */
  random: () => number;
};

export type DriveContext = DriveWorld & {
  lease: Lease;
  /** Runs a create when one of the organisation's places is free; look-ups and removals of `clients` take theirs themselves. */
  takePlace: <T>(create: () => Promise<T>) => Promise<T>;
  /** `monotonicMs` at which this invocation has to be over. */
  sliceEndsAtMs: number;
};

/** The invocation has worked long enough: the next one goes on from the ledger after `waitMs` unscaled milliseconds. */
export class SliceOver extends Error {
  constructor(readonly waitMs: number) {
    super('this slice of the run is over');
    this.name = 'SliceOver';
  }
}

/** Waits that many unscaled milliseconds, or ends the slice when they do not fit into it. */
export async function rest(ctx: DriveContext, ms: number): Promise<void> {
  const realMs = ms * ctx.platform.timeScale;
  if (ctx.monotonicMs() + realMs > ctx.sliceEndsAtMs) throw new SliceOver(ms);
  if (realMs > 0) await ctx.sleep(realMs);
}

/** Between two steps: goes on only while there is time left. */
export function stopAtSliceEnd(ctx: DriveContext): void {
  if (ctx.monotonicMs() > ctx.sliceEndsAtMs) throw new SliceOver(0);
}
