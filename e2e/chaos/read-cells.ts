import { setTimeout as delay } from 'node:timers/promises';
import { stripe } from '@/lib/sources/stripe';
import { testBaseConnection } from '@/server/platform/flow-service/base-connections';
import { getConnectionSpec } from '@/server/platform/flow-service/connection-specs';
import { exploreSource } from '@/server/platform/flow-service/explore';
import { PlatformError } from '@/server/platform/platform-error';
import { listSandboxes } from '@/server/platform/sandboxes/sandboxes';
import { operations } from './faults';
import { patientPlatformFor, scale } from './lane';
import { calm, hits, type Seen, type Stage, strike, struckBy } from './stage';

const reads: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  G1: ({ platform }) => listSandboxes(platform),
  G2: ({ platform }) => getConnectionSpec(platform, stripe.connectionSpec.id),
  G3: ({ platform, baseConnectionId }) => testBaseConnection(platform, baseConnectionId as never),
  G4: ({ platform, baseConnectionId }) =>
    exploreSource(platform, {
      baseConnectionId: baseConnectionId as never,
      sourceParams: stripe.sourceParams('charges'),
      preview: true,
    }),
};

/** A fault on a read: asked again within its bounds, and answered as without. */
export async function runReadCell(stage: Stage): Promise<Seen> {
  const { cell, lane } = stage;
  const read = reads[cell.step];
  if (!read) throw new Error(`there is no read ${cell.step}`);
  const patient = { ...stage, platform: patientPlatformFor(lane.url, stage.tenant) };
  const expected = JSON.stringify(await read(patient));
  strike(stage);
  const violations: string[] = [];
  const mayFail = new Set(['F15', 'F17', 'F29', 'F02']);
  const first = await read(stage).then(
    (value) => ({ value }),
    (error: unknown) => {
      if (!(error instanceof PlatformError)) throw error;
      return { error };
    },
  );
  if (hits(lane) === 0) violations.push('the fault did not strike');
  if ('value' in first && JSON.stringify(first.value) !== expected)
    violations.push('another answer than without');
  if ('error' in first && !mayFail.has(cell.fault)) {
    violations.push(`given up with ${first.error.kind} although asking again helps`);
  }
  if ('value' in first && ['F17', 'F29'].includes(cell.fault)) violations.push('answered although refused');
  const op = operations[cell.step] ?? '';
  const asked = lane.emulator.control
    .journal({ org: stage.tenant.orgId })
    .filter((row) => row.op.startsWith(op.replace('*', ''))).length;
  if (asked > 1 + 5) violations.push(`I9 asked ${asked} times`);
  calm(stage);
  if ('error' in first) await delay((first.error.retryAfterSeconds ?? 0) * 1000 * scale);
  if (JSON.stringify(await read(patient)) !== expected) violations.push('another answer afterwards');
  return { violations, facts: `reads=${asked}`, struck: struckBy(stage) };
}
