import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { onboardingIdSchema, runIdSchema, sandboxNameSchema } from '@/lib/ids';
import { doCommand, withOffered } from '@/lib/mapping/history';
import { emptyMappingHistory, type SuggestedPair } from '@/lib/mapping/mapping';
import { packHistory } from '@/lib/mapping/stored-history';
import { noOutcomes } from '@/lib/mapping/suggestion-outcomes';
import type { Role } from '@/lib/team/roles';
import { draftFormat, emptyDraft } from '@/lib/wizard/draft';
import type { Db } from '@/server/db/db';
import { createOnboarding } from '@/server/db/onboardings';
import { savePerson } from '@/server/db/people';
import { runs } from '@/server/db/schema';
import { createTestDatabase } from '@/server/db/test-database';
import type { TeamContext } from '@/server/onboarding/team-context';
import type { PlatformContext } from '@/server/platform/platform-context';
import { demoContext } from '@/server/platform/test-support';
import { recordCreated } from './record-created';
import {
  forgetAcceptedPairs,
  loadSuggestionHistory,
  loadSuggestionSettings,
  setSuggestionHistory,
} from './suggestion-history';

const emulator = createEmulator({ quiet: true });
const log = pino({ level: 'silent' });
let db: Db;
let close: () => Promise<void>;
let platform: PlatformContext;
let ana: TeamContext;
let ben: TeamContext;

beforeAll(async () => {
  ({ db, close } = await createTestDatabase(process.env.TEST_POSTGRES_URL));
  platform = demoContext((await emulator.listen(0)).url);
  ana = await aPerson('Ana', 'owner');
  ben = await aPerson('Ben', 'editor');
});

afterAll(async () => {
  await emulator.close();
  await close();
});

async function aPerson(name: string, role: Role): Promise<TeamContext> {
  const { id } = await savePerson(db, { issuer: 'test', subject: name, email: `${name}@example.com`, name });
  return {
    db,
    log,
    orgId: platform.orgId,
    session: { person: { id, name, role }, sandboxName: sandboxNameSchema.parse('dev') },
    now: () => Date.now(),
    platform: (sandboxName = sandboxNameSchema.parse('dev')) => Promise.resolve({ ...platform, sandboxName }),
  };
}

const offered: SuggestedPair[] = [
  { source: 'data.email', target: '_t.email', band: 'high' },
  { source: 'data.created', target: '_t.created', band: 'medium', expression: 'epochToDate(data.created)' },
  { source: 'data.left', target: '_t.left', band: 'medium' },
];

/** An onboarding with mappings, and a run of it that ended so. */
async function aRun(
  ctx: TeamContext,
  { sandboxName = 'dev', state = 'succeeded' }: { sandboxName?: string; state?: string } = {},
) {
  const personId = ctx.session.person.id;
  let next = 0;
  const context = { createId: () => `m${next++}` };
  const accepted = doCommand(
    withOffered(emptyMappingHistory, offered),
    { type: 'accept-suggestions', pairs: offered.slice(0, 2) },
    context,
  );
  const mapping = doCommand(
    accepted,
    { type: 'connect', mapping: { kind: 'constant', source: 'secret value', target: '_t.constant' } },
    context,
  );
  const names = ['email', 'created', 'left'];
  const sourceSchema = {
    type: 'object',
    properties: {
      data: {
        type: 'object',
        properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      },
    },
  };
  const draft = {
    ...emptyDraft('stripe'),
    paths: [
      {
        resourcePath: 'charges',
        sourceSchema,
        exploredAtMs: 0,
        target: null,
        mapping: packHistory(mapping),
      },
    ],
  };
  const { id } = await createOnboarding(db, {
    orgId: ctx.orgId,
    sandboxName,
    ownerId: personId,
    name: 'Payments',
    sourceId: 'stripe',
    draft,
    draftVersion: draftFormat,
  });
  const [run] = await db
    .insert(runs)
    .values({
      onboardingId: id,
      orgId: ctx.orgId,
      sandboxName,
      startedBy: personId,
      idempotencyKey: randomUUID(),
      planHash: '0',
      plan: {},
      state,
    })
    .returning();
  const record = () =>
    recordCreated(runIdSchema.parse(run?.id), {
      db,
      log,
      platform: { ...platform, sandboxName: sandboxNameSchema.parse(sandboxName) },
    });
  return { onboardingId: onboardingIdSchema.parse(id), record };
}

const email = { source: 'data.email', target: '_t.email' };
const created = { source: 'data.created', target: '_t.created', expression: 'epochToDate(data.created)' };

describe('pairs that went into a dataflow', () => {
  it('are remembered for the person and the team once the run has succeeded, once, without constants', async () => {
    const waiting = await aRun(ana, { state: 'parked' });
    await waiting.record();
    const { onboardingId, record } = await aRun(ana);
    expect(await loadSuggestionHistory(ana, onboardingId)).toEqual({ own: [], team: [] });
    await record();
    await record();
    const pairs = [
      { ...created, count: 1 },
      { ...email, count: 1 },
    ];
    expect(await loadSuggestionHistory(ana, onboardingId)).toEqual({ own: pairs, team: [] });
    expect(await loadSuggestionHistory(ben, onboardingId)).toEqual({ own: [], team: pairs });
    await (await aRun(ana)).record();
    expect((await loadSuggestionHistory(ana, onboardingId)).own.map(({ count }) => count)).toEqual([2, 2]);
  });

  it('stay within their type of sandbox', async () => {
    const production = await aRun(ana, { sandboxName: 'prod' });
    expect(await loadSuggestionHistory(ana, production.onboardingId)).toEqual({ own: [], team: [] });
    await production.record();
    expect((await loadSuggestionHistory(ana, production.onboardingId)).own).toHaveLength(2);
  });

  it('are neither kept nor used of and for somebody whose history is off', async () => {
    await setSuggestionHistory(ben, { isOn: false });
    const { onboardingId, record } = await aRun(ben);
    await record();
    expect(await loadSuggestionHistory(ben, onboardingId)).toEqual({ own: [], team: [] });
    expect((await loadSuggestionHistory(ana, onboardingId)).team).toEqual([]);
    await setSuggestionHistory(ben, { isOn: true });
    expect((await loadSuggestionHistory(ben, onboardingId)).own).toEqual([]);
    await setSuggestionHistory(ana, { isOn: false });
    expect((await loadSuggestionHistory(ben, onboardingId)).team).toEqual([]);
    await setSuggestionHistory(ana, { isOn: true });
  });
});

describe('the settings', () => {
  it('show everybody’s pairs, and what became of suggestions to owners alone', async () => {
    const { isOn, pairs, outcomes } = await loadSuggestionSettings(ana);
    expect({ isOn, count: pairs.length, outcomes }).toEqual({
      isOn: true,
      count: 4,
      outcomes: {
        creations: 4,
        counts: {
          ...noOutcomes(),
          high: { accepted: 4, changed: 0, rejected: 0, left: 0 },
          medium: { accepted: 4, changed: 0, rejected: 0, left: 4 },
        },
      },
    });
    expect(JSON.stringify(pairs)).not.toContain('secret value');
    const forBen = await loadSuggestionSettings(ben);
    expect(forBen.outcomes).toBeUndefined();
    expect(forBen.pairs.map(({ personName, isYours }) => [personName, isYours])).toEqual(
      Array.from({ length: 4 }, () => ['Ana', false]),
    );
  });

  it('let people delete their own pairs and owners anybody’s', async () => {
    const ids = (await loadSuggestionSettings(ana)).pairs.map(({ id }) => id);
    expect(await forgetAcceptedPairs(ben, { ids })).toBe(0);
    await (await aRun(ben)).record();
    const bens = (await loadSuggestionSettings(ben)).pairs.filter(({ isYours }) => isYours);
    expect(await forgetAcceptedPairs(ana, { ids: bens.slice(0, 1).map(({ id }) => id) })).toBe(1);
    expect(await forgetAcceptedPairs(ben, { mine: true })).toBe(1);
    expect(await forgetAcceptedPairs(ana, { mine: true })).toBe(4);
    expect((await loadSuggestionSettings(ana)).pairs).toEqual([]);
  });
});
