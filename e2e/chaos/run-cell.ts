import { runAccountCell } from './account-cells';
import { type Cell, isProcessFault } from './cells';
import { runCreateCell } from './create-cells';
import { runDeleteCell } from './delete-cells';
import { describeRunFacts, findViolations, findWrongFields } from './invariants';
import {
  addTenant,
  anOnboarding,
  aPerson,
  connect,
  driveUntil,
  isResting,
  patientPlatformFor,
  platformFor,
  submit,
} from './lane';
import { aPlan, aTarget } from './plans';
import { runProcessCell } from './process-cells';
import { runReadCell } from './read-cells';
import type { Bench, CellResult, Seen, Stage } from './stage';
import { runUpdateCell } from './update-cells';

let count = 0;

/** Runs one cell and checks every invariant after it; never throws. */
export async function runCell(bench: Bench, cell: Cell): Promise<CellResult> {
  const startMs = performance.now();
  const finish = (violations: string[], facts: string): CellResult => ({
    cell,
    violations,
    facts,
    ms: performance.now() - startMs,
  });
  try {
    bench.lane.emulator.control.reset();
    count += 1;
    const name = `cell${process.pid}n${count}`;
    const tenant = addTenant(bench.lane, name);
    const platform = platformFor(bench.lane.url, tenant);
    const subject = await anOnboarding(bench.db, tenant, await aPerson(bench.db), `Charges ${name}`);
    const target = await aTarget(bench.lane.url, tenant, cell.step);
    const prepared = { cell, lane: bench.lane, db: bench.db, tenant, platform, subject, target };
    const seen =
      cell.group === 'process' || isProcessFault(cell.fault)
        ? await runProcessCell({ ...prepared, baseConnectionId: '' }, bench)
        : await runFaultCell(prepared);
    const violations = [
      ...(seen.violations ?? []),
      ...(seen.facts === 'elsewhere'
        ? []
        : await findViolations({
            lane: bench.lane,
            db: seen.own?.db ?? bench.db,
            tenant,
            subjects: [seen.own?.subject ?? subject],
            runId: seen.runId,
            foreign: seen.foreign ?? [],
            rests: seen.rests ?? 0,
            struck: seen.struck,
          })),
      ...findWrongFields(prepared),
      ...(await findIllness(prepared)),
    ];
    const facts = seen.runId
      ? await describeRunFacts(seen.own?.db ?? bench.db, bench.lane, tenant, seen.runId)
      : (seen.facts ?? '');
    await seen.own?.close();
    return finish(violations, facts);
  } catch (error) {
    return finish([describe(error)], '');
  }
}

/** What went wrong with what lay beneath it: "connection lost" alone does not say how. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${describe(error.cause)})`;
}

/** I12: after all that, the next onboarding simply works. */
async function findIllness({
  lane,
  db,
  tenant,
  subject,
}: Omit<Stage, 'baseConnectionId'>): Promise<string[]> {
  lane.emulator.control.faults.clear();
  lane.emulator.control.tokens({ permissions: 'all', clientId: tenant.clientId });
  const platform = platformFor(lane.url, tenant);
  const next = await anOnboarding(db, tenant, subject.personId, `${subject.name} next`);
  const baseConnectionId = await connect(db, patientPlatformFor(lane.url, tenant), next, 'trib-NEXT');
  const { run } = await submit(db, tenant, next, aPlan(next, tenant, baseConnectionId));
  const { state } = await driveUntil(db, platform, run.id, isResting);
  return state === 'succeeded' ? [] : [`I12 the next onboarding is ${state}`];
}

async function runFaultCell(prepared: Omit<Stage, 'baseConnectionId'>): Promise<Seen> {
  const { cell } = prepared;
  if (cell.step === 'C1') return await runAccountCell(prepared);
  const patient = patientPlatformFor(prepared.lane.url, prepared.tenant);
  const baseConnectionId = await connect(prepared.db, patient, prepared.subject, 'trib-ACCOUNT');
  const stage = { ...prepared, baseConnectionId };
  if (cell.step.startsWith('D')) return await runDeleteCell(stage);
  if (cell.group === 'update') return await runUpdateCell(stage);
  if (cell.group === 'reads' && cell.step !== 'A0' && cell.step !== 'G5') return await runReadCell(stage);
  return await runCreateCell(stage);
}
