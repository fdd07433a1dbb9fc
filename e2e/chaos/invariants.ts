import { and, eq, inArray } from 'drizzle-orm';
import type { JournalRow } from '@/e2e/emulator/journal';
import type { Db } from '@/server/db/db';
import { listRunSteps } from '@/server/db/run-steps';
import { accountCreations, audit, onboardings, runSteps, runs } from '@/server/db/schema';
import { viewRun } from '@/server/provisioning/view-run';
import { type Lane, type Subject, scale, type Tenant, theRun } from './lane';
import type { Stage } from './stage';

export type LiveObject = { table: string; id: string; marker: string | undefined; text: string };

const watched = new Set([
  'connections',
  'sourceConnections',
  'targetConnections',
  'flows',
  'dataSets',
  'schemas',
  'fieldgroups',
  'mappingSets',
  'classes',
  'descriptors',
]);

/** Every object that stands in the emulator for an organisation, read behind the back of the product. */
export function liveObjects(lane: Lane, orgId: string): LiveObject[] {
  const state = lane.emulator.control.state(orgId) as {
    organisations: Record<string, { sandboxes: Record<string, { services: Record<string, object> }> }>;
  };
  const found: LiveObject[] = [];
  for (const sandbox of Object.values(state.organisations[orgId]?.sandboxes ?? {})) {
    for (const service of Object.values(sandbox.services)) {
      for (const [table, rows] of Object.entries(service)) {
        if (!watched.has(table)) continue;
        for (const [id, row] of Object.entries(rows as Record<string, unknown>)) {
          const text = JSON.stringify(row);
          found.push({ table, id, marker: markerOf(table, row, text), text });
        }
      }
    }
  }
  return found;
}

/** A descriptor has no room for a marker: two that say the same of the same field are one too many. */
function markerOf(table: string, row: unknown, text: string): string | undefined {
  if (table !== 'descriptors') return /\[(trib-[A-Z0-9]+)\]/.exec(text)?.[1];
  const body = (row as { body?: Record<string, unknown> }).body ?? (row as Record<string, unknown>);
  return body['@type'] === 'xdm:descriptorIdentity'
    ? `${body['xdm:sourceSchema']} ${body['xdm:sourceProperty']} ${body['xdm:namespace']}`
    : undefined;
}

/** What a cell has seen, and what must have stayed as it was. */
export type Evidence = {
  lane: Lane;
  db: Db;
  tenant: Tenant;
  subjects: readonly Subject[];
  runId: string | undefined;
  /** Objects of others, as they were before. */
  foreign: readonly LiveObject[];
  /** How often the run has rested. */
  rests: number;
  struck: { op: string; waitMs: number } | undefined;
};

/** The invariants I1 to I10 that do not hold, in words; an empty list when all do. */
export async function findViolations(evidence: Evidence): Promise<string[]> {
  const { lane, db, tenant, subjects, runId } = evidence;
  const live = liveObjects(lane, tenant.orgId);
  const rows = await db
    .select({ step: runSteps })
    .from(runSteps)
    .innerJoin(runs, eq(runs.id, runSteps.runId))
    .where(eq(runs.orgId, tenant.orgId));
  const ledger = rows.map(({ step }) => step);
  const accounts = await db.select().from(accountCreations).where(eq(accountCreations.orgId, tenant.orgId));
  const journal = lane.emulator.control.journal({ org: tenant.orgId });
  const found: string[] = [];

  for (const [marker, objects] of groupByMarker(live)) {
    if (marker === undefined || objects.length < 2) continue;
    const listed = objects.filter(
      ({ table, id }) =>
        table === 'mappingSets' && ledger.some((step) => step.remoteId === id && step.state === 'left'),
    );
    if (objects.length - listed.length > 1) found.push(`I1 ${objects.length} live ${objects[0]?.table}`);
  }
  const known = new Set([...ledger.map((step) => step.remoteId), ...accounts.map((row) => row.remoteId)]);
  for (const { marker, id, table } of live) {
    if (marker !== undefined && !known.has(id)) found.push(`I2 ${table} ${id} is in no ledger`);
  }
  const alive = new Set(live.map(({ id }) => id));
  for (const step of ledger) {
    if (!step.remoteId) continue;
    const isThere = alive.has(step.remoteId);
    if ((step.state === 'done' || (step.state === 'left' && step.error)) && !isThere) {
      found.push(`I3 ${step.key} is ${step.state} but does not exist`);
    }
    if (step.state === 'undone' && isThere) found.push(`I3 ${step.key} is undone but exists`);
  }
  if (runId) found.push(...(await findUntruth(db, runId, alive)));
  for (const before of evidence.foreign) {
    const after = live.find(({ id }) => id === before.id);
    if (after?.text !== before.text)
      found.push(`I5 a foreign object of ${before.table} was changed or deleted`);
  }
  for (const subject of subjects) {
    const [row] = await db.select().from(onboardings).where(eq(onboardings.id, subject.onboardingId));
    if (JSON.stringify(row?.draft) !== JSON.stringify(subject.draft))
      found.push('I6 the draft is another one');
  }
  found.push(...(await findAuditGaps(db, tenant, journal)));
  const dump = JSON.stringify([ledger, accounts]);
  for (const secret of ['sk_test_tributary', tenant.clientSecret]) {
    if (dump.includes(secret)) found.push('I8 a credential stands in the ledger');
  }
  found.push(...findExcess(evidence, journal));
  const strangers = journal.filter((row) => row.sandbox !== undefined && row.sandbox !== 'prod');
  if (strangers.length > 0) found.push('I10 a request for another sandbox');
  if (lane.canaryHits() > 0) found.push('I10 a redirect was followed');
  return found;
}

/** I5 for a field group of somebody else's that gets more fields: it has what it had, and what it got. */
export function findWrongFields({
  lane,
  tenant,
  target,
}: Pick<Stage, 'lane' | 'tenant' | 'target'>): string[] {
  if (typeof target !== 'object') return [];
  const fieldGroup = liveObjects(lane, tenant.orgId).find(({ id }) => id === target.fieldGroupId);
  const fields = /"charges_data":\{"type":"object","properties":(\{.*?\}\})/.exec(
    fieldGroup?.text ?? '',
  )?.[1];
  const names = Object.keys(JSON.parse(fields ?? '{}'));
  return names.join() === 'id,amount' ? [] : [`I5 the field group has ${names.join() || 'nothing'}`];
}

function groupByMarker(live: readonly LiveObject[]): Map<string | undefined, LiveObject[]> {
  const groups = new Map<string | undefined, LiveObject[]>();
  for (const object of live) groups.set(object.marker, [...(groups.get(object.marker) ?? []), object]);
  return groups;
}

async function findUntruth(db: Db, runId: string, alive: ReadonlySet<string>): Promise<string[]> {
  const run = await theRun(db, runId);
  const view = await viewRun(db, run);
  if (view.state === 'succeeded') {
    const wrong = view.steps.filter(({ state, remoteId }) => state !== 'done' || !alive.has(remoteId ?? ''));
    return wrong.map(({ key, state }) => `I4 succeeded, but ${key} is ${state}`);
  }
  if (view.state === 'undone') {
    return view.steps
      .filter(({ state, remoteId }) => state === 'undone' && alive.has(remoteId ?? ''))
      .map(({ key }) => `I4 undone, but ${key} exists`);
  }
  return [];
}

async function findAuditGaps(db: Db, tenant: Tenant, journal: readonly JournalRow[]): Promise<string[]> {
  const rows = await db
    .select()
    .from(audit)
    .where(
      and(
        eq(audit.orgId, tenant.orgId),
        inArray(audit.action, [
          'object.create-sent',
          'object.create-outcome',
          'object.delete-sent',
          'object.delete-outcome',
        ]),
      ),
    );
  const found: string[] = [];
  const open = new Map<string, number>();
  for (const { action, facts } of [...rows].sort((a, b) => a.seq - b.seq)) {
    const key = `${facts.runId}/${facts.step}`;
    open.set(key, action.endsWith('-sent') ? (open.get(key) ?? 0) + 1 : 0);
  }
  for (const [key, count] of open) if (count > 0) found.push(`I7 no outcome for a request of ${key}`);
  const sent = rows.filter(({ action }) => action === 'object.create-sent').length;
  // What others make carries no marker, and accounts have an intent of another kind.
  const ours = journal.filter(
    ({ op, method, requestBody }) =>
      method === 'POST' &&
      op.endsWith('.create') &&
      op !== 'flow.connections.create' &&
      JSON.stringify(requestBody).includes('[trib-'),
  );
  // A repetition for want of a fresh token is the same request.
  const asked = ours.filter(({ status }) => status !== 401).length;
  if (asked > sent) found.push(`I7 ${asked} creates were sent, ${sent} have an intent`);
  return found;
}

function findExcess({ rests, struck }: Evidence, journal: readonly JournalRow[]): string[] {
  const found: string[] = [];
  // A change of a schema or a field group is a step like any create.
  const creates = journal.filter(
    ({ op }) => op.endsWith('.create') || /^schemaRegistry\.tenant\.\w+\.patch$/.test(op),
  );
  const byPath = new Map<string, number>();
  for (const { op, bodyHash, status } of creates) {
    if (status === 401) continue;
    const key = `${op} ${bodyHash}`;
    byPath.set(key, (byPath.get(key) ?? 0) + 1);
  }
  for (const [key, count] of byPath) {
    if (count > 3 * (rests + 1)) found.push(`I9 ${key.split(' ')[0]} was sent ${count} times`);
  }
  if (struck) {
    const rows = journal.filter(({ op }) => op === struck.op);
    const index = rows.findIndex(({ status }) => status === 429);
    const [throttled, next] = [rows[index], rows[index + 1]];
    if (throttled && next && next.time - throttled.time < struck.waitMs * scale - 25) {
      found.push(
        `I9 sent again ${next.time - throttled.time} ms after 429, told to wait ${struck.waitMs * scale}`,
      );
    }
  }
  return found;
}

/** The sends, look-ups and adoptions of a run, for the line of its cell. */
export async function describeRunFacts(db: Db, lane: Lane, tenant: Tenant, runId: string): Promise<string> {
  const [rows, steps] = [lane.emulator.control.journal({ org: tenant.orgId }), await listRunSteps(db, runId)];
  const sends = rows.filter(({ op }) => op.endsWith('.create')).length;
  const lookUps = rows.filter(({ op }) => op.endsWith('.list')).length;
  const extras = steps.filter(({ key }) => key.startsWith('extra:')).length;
  return `sends=${sends} lookups=${lookUps} extras=${extras}`;
}
