import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createEmulator, type Emulator } from '@/e2e/emulator/emulator';
import {
  baseConnectionIdSchema,
  type OnboardingId,
  onboardingIdSchema,
  personIdSchema,
  sandboxNameSchema,
} from '@/lib/ids';
import type { Plan } from '@/lib/plan/plan';
import { stripe } from '@/lib/sources/stripe';
import { emptyDraft } from '@/lib/wizard/draft';
import type { Db } from '@/server/db/db';
import { createOnboarding } from '@/server/db/onboardings';
import { savePerson } from '@/server/db/people';
import { listRunSteps } from '@/server/db/run-steps';
import { findRun, type RunRow } from '@/server/db/runs';
import { createServiceTokenSource } from '@/server/ims/service-token';
import { createBaseConnection } from '@/server/platform/flow-service/base-connections';
import type { PlatformContext } from '@/server/platform/platform-context';
import { createUpstream } from '@/server/platform/upstream';
import { createAccount } from '@/server/provisioning/create-account';
import { workDue } from '@/server/provisioning/due-work';
import { hashPlan } from '@/server/provisioning/markers';
import { startRun } from '@/server/provisioning/start-run';

/** What the product's waits and deadlines are multiplied by: short, and long enough for a busy machine. */
export const scale = 0.04;
export const secretKey = 'sk_test_tributary';
export const log = pino({ level: process.env.CHAOS_LOG ?? 'silent' });

/** One emulator and one canary, used by one cell at a time. */
export type Lane = {
  emulator: Emulator;
  url: string;
  /** An address that nobody may ever call; `canaryHits` says whether somebody did. */
  canary: string;
  canaryHits: () => number;
  close: () => Promise<void>;
};

/** Starts the emulator and the canary of one lane. */
export async function openLane(): Promise<Lane> {
  const emulator = createEmulator({ quiet: true });
  const { url } = await emulator.listen(0);
  let hits = 0;
  const canary = createServer((_request, response) => {
    hits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const { port } = canary.address() as AddressInfo;
  return {
    emulator,
    url,
    canary: `http://127.0.0.1:${port}/stolen`,
    canaryHits: () => hits,
    async close() {
      canary.close();
      await emulator.close();
    },
  };
}

export type Tenant = { orgId: string; tenantId: string; clientId: string; clientSecret: string };

/** An organisation of its own for a cell. */
export function addTenant(lane: Lane, name: string): Tenant {
  const tenant = {
    orgId: `${name.toUpperCase()}@AdobeOrg`,
    tenantId: name.toLowerCase(),
    clientId: `client-${name}`,
    clientSecret: `secret-${name}-${randomUUID()}`,
  };
  lane.emulator.control.addOrganisation({ ...tenant, sandboxes: ['prod'] });
  return tenant;
}

/** The platform as the product sees it, with a token source, a budget and a circuit of its own. */
export function platformFor(
  url: string,
  tenant: Tenant,
  // Where the token is not what is struck, a busy machine may take its time over it.
  { tokenScale = 1, ...changes }: Partial<PlatformContext> & { tokenScale?: number } = {},
): PlatformContext {
  const fetch = changes.fetch ?? globalThis.fetch;
  const source = createServiceTokenSource({
    imsBaseUrl: url,
    clientId: tenant.clientId,
    clientSecret: tenant.clientSecret,
    scopes: ['openid', 'AdobeID', 'read_organizations', 'additional_info.projectedProductContext', 'session'],
    fetch,
    now: Date.now,
    timeScale: tokenScale,
    waitScale: scale,
  });
  return {
    baseUrl: url,
    orgId: tenant.orgId,
    clientId: tenant.clientId,
    sandboxName: sandboxNameSchema.parse('prod'),
    accessToken: source.accessToken,
    now: Date.now,
    timeScale: scale,
    upstream: createUpstream({ timeScale: scale }),
    ...changes,
    fetch,
  };
}

/** The same without haste: what a cell prepares must not fail for a busy machine. */
export function patientPlatformFor(url: string, tenant: Tenant): PlatformContext {
  return platformFor(url, tenant, { timeScale: 1 });
}

/** A person who may do everything. */
export async function aPerson(db: Db, subject = 'ana'): Promise<string> {
  const person = await savePerson(db, {
    issuer: 'chaos',
    subject,
    email: `${subject}@example.com`,
    name: subject,
  });
  return person.id;
}

export type Subject = { onboardingId: OnboardingId; name: string; personId: string; draft: unknown };

/** A stored onboarding of Stripe charges. */
export async function anOnboarding(db: Db, tenant: Tenant, personId: string, name: string): Promise<Subject> {
  const draft = emptyDraft('stripe');
  const { id } = await createOnboarding(db, {
    orgId: tenant.orgId,
    sandboxName: 'prod',
    ownerId: personId,
    name,
    sourceId: 'stripe',
    draft,
    draftVersion: 1,
  });
  return { onboardingId: onboardingIdSchema.parse(id), name, personId, draft };
}

/** Connects the account as the Connect step does. */
export async function connect(db: Db, platform: PlatformContext, subject: { name: string }, marker: string) {
  const { id } = await createAccount(
    { db, platform, marker, connectionSpecId: stripe.connectionSpec.id, present: undefined },
    () =>
      createBaseConnection(platform, {
        name: `${subject.name} account`,
        description: `Connected with Tributary. [${marker}]`,
        connectionSpec: stripe.connectionSpec,
        authSpecName: stripe.authSpecName,
        credentials: { accessToken: secretKey },
      }),
  );
  return baseConnectionIdSchema.parse(id);
}

/** Submits a plan as Create does. */
export async function submit(
  db: Db,
  tenant: Tenant,
  subject: Subject,
  plan: Plan,
  key: string = randomUUID(),
) {
  return await startRun(db, {
    onboardingId: subject.onboardingId,
    orgId: tenant.orgId,
    sandboxName: 'prod',
    startedBy: personIdSchema.parse(subject.personId),
    idempotencyKey: key,
    planHash: hashPlan(plan),
    plan,
  });
}

/** The run as it is now. */
export async function theRun(db: Db, id: string): Promise<RunRow> {
  const run = await findRun(db, id as never);
  if (!run) throw new Error(`there is no run ${id}`);
  return run;
}

/** Lets the product's own loop work until the run is as wanted, or throws after `withinMs`. */
export async function driveUntil(
  db: Db,
  platform: PlatformContext,
  runId: string,
  isEnough: (run: RunRow) => boolean,
  withinMs = 40_000,
): Promise<RunRow> {
  const untilMs = performance.now() + withinMs;
  for (;;) {
    await workDue({ db: async () => db, log, orgId: platform.orgId, platform: () => platform });
    const run = await theRun(db, runId);
    if (isEnough(run)) return run;
    if (performance.now() > untilMs) {
      throw new Error(
        `I11 the run is still ${run.state}${run.note ? ` (${run.note})` : ''} after ${withinMs} ms`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** What the steps of a run say about themselves. */
export async function reasonsOf(db: Db, runId: string): Promise<string> {
  const steps = await listRunSteps(db, runId);
  return JSON.stringify(steps.flatMap(({ key, error }) => (error ? [[key, error]] : [])));
}

/** At work or about to be. */
export const isAtWork = (run: RunRow) => run.state === 'running' || run.state === 'undoing';

/** Nothing more happens by itself. */
export const isResting = (run: RunRow) => !isAtWork(run) && !(run.state === 'parked' && run.wakeAt !== null);
