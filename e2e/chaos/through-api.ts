import { randomUUID } from 'node:crypto';
import { openOwnApp } from '@/e2e/support/own-app';
import { defaultSchedule } from '@/lib/schedule/schedule-choices';
import { stripe } from '@/lib/sources/stripe';
import { build } from '@/scripts/lib/build.mjs';
import { createBaseConnection } from '@/server/platform/flow-service/base-connections';
import { createSchema } from '@/server/platform/schema-registry/schemas';
import { type ApiCell, apiCells } from './api-cells';
import { type ApiClient, createApiClient } from './api-client';
import { makeApiTokens } from './api-tokens';
import { operations, rulesFor } from './faults';
import { liveObjects } from './invariants';
import { openLane, patientPlatformFor, scale, secretKey, type Tenant } from './lane';

/** The organisation that the app is started for; every emulator has it. */
const tenant: Tenant = {
  orgId: 'TRIBUTARYDEMO@AdobeOrg',
  tenantId: 'tributarydemo',
  clientId: 'tributary-demo',
  clientSecret: 'tributary-demo-secret',
};
const needsPerson = new Set(['F17', 'F19b', 'F20']);
const pollMs = 250;
const limitMs = 60_000;

type Stage = {
  cell: ApiCell;
  api: ApiClient;
  app: Awaited<ReturnType<typeof openOwnApp>>;
  lane: Awaited<ReturnType<typeof openLane>>;
};
type Run = Awaited<ReturnType<ApiClient['getRun']>>['body'];

/**
 * Plays the cells of the API against the built app in a process of its own: what is sent, asked and answered goes over
 * HTTP, with a token. Prints a line for each and answers the exit code.
 */
export async function runThroughApi(): Promise<number> {
  await build();
  const startMs = performance.now();
  const cells = apiCells();
  const lane = await openLane();
  let tokens: string[] = [];
  const app = await openOwnApp({
    emulatorUrl: lane.url,
    timeScale: scale,
    prepare: async (folder) => {
      tokens = await makeApiTokens(folder, patientPlatformFor(lane.url, tenant), cells.length);
    },
  });
  let survived = 0;
  try {
    for (const [at, cell] of cells.entries()) {
      const cellMs = performance.now();
      // A token of its own: what one may do in a minute is limited.
      const api = createApiClient(app.url, tokens[at] ?? '');
      const violations = await play({ cell, api, app, lane }).catch((error: unknown) => [
        error instanceof Error ? error.message : String(error),
      ]);
      const seconds = `${((performance.now() - cellMs) / 1000).toFixed(1)}s`;
      if (violations.length === 0) survived += 1;
      process.stdout.write(
        violations.length === 0
          ? `ok   ${cell.id}  ${seconds}\n`
          : `FAIL ${cell.id}  ${violations.join('; ')}  ${seconds}\n`,
      );
    }
  } finally {
    await app.close();
    await lane.close();
  }
  const seconds = Math.round((performance.now() - startMs) / 1000);
  process.stdout.write(`api: ${survived} survived of ${cells.length} ${seconds} s\n`);
  return survived === cells.length ? 0 : 1;
}

async function play(stage: Stage): Promise<string[]> {
  const { cell, lane, api, app } = stage;
  const { control } = lane.emulator;
  calm(stage);
  const before = new Set(liveObjects(lane, tenant.orgId).map(({ id }) => id));
  const name = `${cell.id} ${randomUUID().slice(0, 8)}`;
  const { id, body } = await prepare(stage, name);
  const platform = patientPlatformFor(lane.url, tenant);
  if (cell.fault === 'F19b') {
    const allOf = [
      { $ref: 'https://ns.adobe.com/xdm/context/profile', type: 'object', 'meta:xdmType': 'object' },
    ];
    const foreign = await createSchema(platform, {
      type: 'object',
      title: name,
      description: 'Not ours.',
      allOf,
    });
    before.add(foreign.id);
  }
  const barrier = `api-${randomUUID()}`;
  if (cell.kind === 'kill') {
    const phase = cell.fault === 'K4' ? 'after' : 'before';
    const action = { type: 'barrier', name: barrier };
    control.faults.put({
      seed: 1,
      rules: [{ id: barrier, match: { op: operations[cell.step] }, when: { nth: [1] }, phase, action }],
    });
  } else if (cell.kind === 'undo') {
    // Made, and not confirmed yet: from here it may be undone.
    const action = { type: 'status', status: 503 };
    control.faults.put({ seed: 1, rules: [{ id: 'open', match: { op: operations.G5 }, action }] });
  } else if (cell.fault !== 'F19b' && cell.kind !== 'many') {
    control.faults.put({ seed: 1, rules: rulesFor(cell.fault, cell.step, scale, lane.canary) });
  }

  const violations: string[] = [];
  const keys = cell.kind === 'many' ? Array.from({ length: 50 }, () => randomUUID()) : [randomUUID()];
  const started = await Promise.allSettled(keys.map((key) => api.startRun(id, body, key)));
  const runs = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value.body.id] : []));
  const [runId = ''] = runs;
  if (new Set(runs).size !== 1) violations.push(`${new Set(runs).size} runs`);
  const refusals = started.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  const strange = refusals.find((reason) => !reason.includes(`: 409 `) || !reason.includes(runId));
  if (strange !== undefined) violations.push(strange);
  const again = await api.startRun(id, body, keys[started.findIndex((one) => one.status === 'fulfilled')]);
  if (again.body.id !== runId || again.headers.get('idempotency-replayed') !== 'true') {
    violations.push('the same key did not answer the same run');
  }

  if (cell.kind === 'kill') {
    const held = await control.barriers.held(barrier, 30_000);
    if (held === 0) violations.push('the request was never held');
    await app.kill();
    control.barriers.open(barrier, 'drop');
    await app.start();
  }
  let run = await follow(api, runId, cell.kind === 'undo' ? isUnconfirmed : isResting);
  if (needsPerson.has(cell.fault)) {
    if (run.state === 'succeeded') violations.push('succeeded although it should ask');
    calm(stage);
    const question = run.steps.find(({ note }) => note?.kind === 'name-taken');
    if (question) {
      const answer = { kind: 'rename', name: `${name} renamed` };
      await api.answerRun(runId, { key: question.key, answer });
    } else await api.resumeRun(runId);
    run = await follow(api, runId, isResting);
  }
  if (cell.kind === 'undo') {
    control.faults.put({ seed: 1, rules: rulesFor(cell.fault, cell.step, scale, lane.canary) });
    await api.undoRun(runId);
    run = await follow(api, runId, isResting);
  }
  const wanted = cell.kind === 'undo' ? 'undone' : 'succeeded';
  if (run.state !== wanted) violations.push(`ended as ${run.state}: ${JSON.stringify(run.steps)}`);
  return [...violations, ...(await findUntruth(stage, run, before))];
}

/** An onboarding that is decided, and what its run has to name. */
async function prepare({ api, lane }: Stage, name: string) {
  const account = await createBaseConnection(patientPlatformFor(lane.url, tenant), {
    name: `${name} account`,
    description: 'Made by hand.',
    connectionSpec: stripe.connectionSpec,
    authSpecName: stripe.authSpecName,
    credentials: { accessToken: secretKey },
  });
  const onboarding = await api.startOnboarding();
  const { id } = onboarding.body;
  await api.putOnboarding(id, onboarding.headers.get('etag') ?? '', {
    name,
    draft: {
      baseConnectionId: account.id,
      resourcePaths: [
        {
          resourcePath: 'charges',
          target: {
            kind: 'create',
            fieldGroupTitle: `${name} fields`,
            schemaTitle: name,
            datasetName: `${name} dataset`,
            container: 'charges_data',
          },
          mappings: ['id', 'amount'].map((field) => ({
            kind: 'attribute',
            source: `data.${field}`,
            target: `_${tenant.tenantId}.charges_data.${field}`,
          })),
        },
      ],
      schedule: defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000)),
    },
  });
  const { plan, facts, problems } = (await api.getPlan(id)).body;
  if (!plan) throw new Error(`there is no plan: ${JSON.stringify(problems)}`);
  return { id, body: { planHash: plan.hash, facts } };
}

function calm({ lane }: Stage): void {
  lane.emulator.control.faults.clear();
  lane.emulator.control.tokens({ permissions: 'all', clientId: tenant.clientId });
}

/** Nothing more happens by itself. */
const isResting = ({ state, wakesAt }: Run) =>
  state !== 'running' && state !== 'undoing' && !(state === 'parked' && wakesAt !== null);

const isUnconfirmed = ({ note }: Run) => note === 'not-verified';

/** Asks for the run until it is as wanted. */
async function follow(api: ApiClient, runId: string, isEnough: (run: Run) => boolean): Promise<Run> {
  const untilMs = performance.now() + limitMs;
  for (;;) {
    const { body } = await api.getRun(runId);
    if (isEnough(body)) return body;
    if (performance.now() > untilMs) throw new Error(`I11 still ${body.state} after ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** I1 to I4 as a program sees them: what it is told, what stands in the ledger, and what exists are the same. */
async function findUntruth({ api, lane }: Stage, run: Run, before: ReadonlySet<string>): Promise<string[]> {
  const { entries } = (await api.getLedger(run.id)).body;
  const all = liveObjects(lane, tenant.orgId);
  const live = all.filter(({ id, marker }) => marker !== undefined && !before.has(id));
  const found: string[] = [];
  for (const { id, table, marker } of live) {
    const entry = entries.find(({ remoteId }) => remoteId === id);
    if (!entry) found.push(`I2 ${table} ${id} is in no ledger`);
    if (entry?.state === 'undone') found.push(`I3 ${entry.key} is undone but exists`);
    if (live.some((other) => other.marker === marker && other.id !== id)) found.push(`I1 two live ${table}`);
  }
  for (const { key, state, remoteId, sends } of entries) {
    if (state === 'done' && !all.some(({ id }) => id === remoteId)) found.push(`I3 ${key} does not exist`);
    if (sends > 3) found.push(`I9 ${key} was sent ${sends} times`);
    const shown = run.steps.find((step) => step.key === key);
    if (shown && (shown.state !== state || shown.remoteId !== remoteId)) {
      found.push(`I4 ${key} is shown as ${shown.state}, and is ${state}`);
    }
  }
  return found;
}
