import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { AppFailure } from '@/lib/app-error';
import {
  dataflowIdSchema,
  type OnboardingId,
  onboardingIdSchema,
  runIdSchema,
  sandboxNameSchema,
} from '@/lib/ids';
import { readImport } from '@/lib/mapping/files/read-import';
import { doCommand } from '@/lib/mapping/history';
import { emptyMappingHistory } from '@/lib/mapping/mapping';
import { presetMappings } from '@/lib/mapping/preset';
import { packHistory, type StoredHistory } from '@/lib/mapping/stored-history';
import { dependenciesOf } from '@/lib/plan/plan';
import { defaultSchedule } from '@/lib/schedule/schedule-choices';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { stripe } from '@/lib/sources/stripe';
import { recordClassId } from '@/lib/target/target-class';
import { listAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { removeOnboarding } from '@/server/db/onboardings';
import { savePerson } from '@/server/db/people';
import { createTestDatabase } from '@/server/db/test-database';
import { createDataset } from '@/server/platform/catalog/datasets';
import { listBaseConnections } from '@/server/platform/flow-service/base-connections';
import { PlatformError } from '@/server/platform/platform-error';
import { createSchema } from '@/server/platform/schema-registry/schemas';
import { createFlow, createTarget, demoContext } from '@/server/platform/test-support';
import { requestUndo } from '@/server/provisioning/request-work';
import { work } from '@/server/provisioning/work';
import { connectAccount, reuseAccount } from './connect-account';
import { countPathErrors } from './count-path-errors';
import { chooseData, exploreData, listPaths, readFieldsAgain, revealSample } from './explore-data';
import { loadOnboarding } from './load-onboarding';
import { checkNames, loadTarget } from './load-target';
import { listMappedDataflows, readDataflowMappings } from './other-mappings';
import { previewMapping } from './preview-mapping';
import { reviewPlan } from './review-plan';
import { saveMapping, saveSchedule } from './save-parts';
import { searchDatasets, searchSchemas } from './search-targets';
import { startOnboarding } from './start-onboarding';
import { submitPlan } from './submit-plan';
import type { TeamContext } from './team-context';
import { viewLatestRun } from './view-latest-run';

const emulator = createEmulator({ quiet: true });
const dev = sandboxNameSchema.parse('dev');
let db: Db;
let close: () => Promise<void>;
let baseUrl: string;
let ctx: TeamContext;

beforeAll(async () => {
  const database = await createTestDatabase();
  db = database.db;
  close = database.close;
  baseUrl = (await emulator.listen(0)).url;
  const platform = { ...demoContext(baseUrl), timeScale: 0.01 };
  const person = await savePerson(db, {
    issuer: 'test',
    subject: 'ana',
    email: 'ana@example.com',
    name: 'Ana',
  });
  ctx = {
    db,
    log: pino({ level: 'silent' }),
    orgId: platform.orgId,
    session: {
      person: { id: person.id, name: 'Ana', role: 'owner' },
      sandboxName: dev,
    },
    now: () => Date.now(),
    platform: (sandboxName) => Promise.resolve({ ...platform, sandboxName: sandboxName ?? dev }),
  };
});

afterAll(async () => {
  await emulator.close();
  await close();
});

beforeEach(async () => {
  await fetch(`${baseUrl}/__emu/faults`, { method: 'DELETE' });
});

async function setFault(
  op: string,
  phase: 'before' | 'after',
  action: Record<string, unknown>,
): Promise<void> {
  const rules = [{ id: op, match: { op }, when: { nth: [1] }, phase, action }];
  const response = await fetch(`${baseUrl}/__emu/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seed: 1, rules }),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function aConnected(accessToken = 'sk_test_tributary'): Promise<{ id: OnboardingId; version: number }> {
  const id = await startOnboarding(ctx, 'stripe');
  const result = await connectAccount(ctx, {
    onboardingId: id,
    expectedVersion: 1,
    name: `Stripe ${id}`,
    credentials: { accessToken },
  });
  if (!result.connected) throw new Error('not connected');
  return { id, version: result.connected.version };
}

async function aMapped(): Promise<{ id: OnboardingId; version: number; mapping: StoredHistory }> {
  const { id, version } = await aConnected();
  const chosen = await chooseData(ctx, {
    onboardingId: id,
    expectedVersion: version,
    resourcePaths: ['charges'],
  });
  const { target, schema, tenantId } = await loadTarget(ctx, id, 'charges');
  const { draft } = await loadOnboarding(ctx, id);
  const [preset] = stripe.presets;
  if (!preset) throw new Error('no preset');
  const { mappings } = presetMappings(preset, {
    tenantId,
    sourceTree: buildSchemaTree(jsonSchemaNodeSchema.parse(draft.paths[0]?.sourceSchema)),
    targetTree: buildSchemaTree(schema),
  });
  let next = 0;
  const mapping = packHistory(
    doCommand(
      emptyMappingHistory,
      { type: 'apply-preset', title: preset.title, mappings },
      { createId: () => `m${next++}` },
    ),
  );
  const saved = await saveMapping(ctx, {
    onboardingId: id,
    expectedVersion: chosen.version,
    resourcePath: 'charges',
    target,
    mapping,
  });
  return { id, version: saved.version, mapping };
}

const failureOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppFailure ? error.error : error;
};
const targetOf = async (id: OnboardingId) => (await loadOnboarding(ctx, id)).draft.paths[0]?.target;
const accounts = async () => (await listBaseConnections(await ctx.platform())).items.length;

describe('connecting', () => {
  test('a good key is tried on all six paths and remembered without being kept', async () => {
    const { id } = await aConnected();
    const { draft } = await loadOnboarding(ctx, id);
    expect(draft.connect).toMatchObject({ accountName: `Stripe ${id}`, madeHere: true, mode: 'test' });
    expect(JSON.stringify(await db.query.onboardings.findMany())).not.toContain('sk_test_tributary');
    expect(JSON.stringify(await listAudit(db, { orgId: ctx.orgId, limit: 50 }))).not.toContain(
      'sk_test_tributary',
    );
  });

  test.each([
    ['sk_test_nobody', 'does not know this credential'],
    ['sk_test_expired', 'has expired'],
  ])('the key %s is named for what it is and leaves no account behind', async (accessToken, sentence) => {
    const id = await startOnboarding(ctx, 'stripe');
    const before = await accounts();
    const { checks, connected } = await connectAccount(ctx, {
      onboardingId: id,
      expectedVersion: 1,
      name: 'Stripe',
      credentials: { accessToken },
    });
    expect(connected).toBeUndefined();
    expect(checks.find((check) => check.id === 'credential')?.sentence).toContain(sentence);
    expect(await accounts()).toBe(before);
    expect((await loadOnboarding(ctx, id)).draft.connect).toBeNull();
  });

  test('a restricted key connects and says which paths it cannot read', async () => {
    const { id } = await aConnected('rk_test_charges_only');
    expect((await listPaths(ctx, id)).map(({ path, outcome }) => [path, outcome])).toEqual([
      ['charges', 'readable'],
      ['subscriptions', 'permission-missing'],
      ['refunds', 'permission-missing'],
      ['balance_transactions', 'permission-missing'],
      ['customers', 'permission-missing'],
      ['prices', 'permission-missing'],
    ]);
  });

  test('a publishable key, a missing host and a private host are refused before anything is sent', async () => {
    const stripeId = await startOnboarding(ctx, 'stripe');
    const onetrustId = await startOnboarding(ctx, 'onetrust');
    const connect = (onboardingId: OnboardingId, credentials: Record<string, string>) =>
      failureOf(connectAccount(ctx, { onboardingId, expectedVersion: 1, name: 'x', credentials }));
    const before = await accounts();
    expect(await connect(stripeId, { accessToken: 'pk_test_1' })).toMatchObject({
      fieldErrors: { 'credentials.accessToken': expect.stringContaining('publishable') },
    });
    expect(await connect(onetrustId, { accessToken: 'ot_tributary' })).toMatchObject({
      fieldErrors: { 'credentials.host': expect.stringContaining('Enter the host') },
    });
    expect(
      await connect(onetrustId, { accessToken: 'ot_tributary', host: 'http://127.0.0.1/x' }),
    ).toMatchObject({
      fieldErrors: { 'credentials.host': expect.stringContaining('not a host name') },
    });
    expect(await accounts()).toBe(before);
  });

  test('an answer that got lost is looked up: one account, not two', async () => {
    const before = await accounts();
    await setFault('flow.connections.create', 'after', { type: 'status', status: 500 });
    await aConnected();
    expect(await accounts()).toBe(before + 1);
  });

  test('a bad key tried later leaves the account in use alone', async () => {
    const { id, version } = await aConnected();
    const before = await accounts();
    const { connected } = await connectAccount(ctx, {
      onboardingId: id,
      expectedVersion: version,
      name: `Stripe ${id}`,
      credentials: { accessToken: 'sk_test_nobody' },
    });
    expect(connected).toBeUndefined();
    expect(await accounts()).toBe(before);
    expect((await listPaths(ctx, id)).every(({ outcome }) => outcome === 'readable')).toBe(true);
  });

  test('an account that exists is tried and taken, one of another source is not found', async () => {
    const { id } = await aConnected();
    const account = (await loadOnboarding(ctx, id)).draft.connect?.baseConnectionId;
    if (!account) throw new Error('no account');
    const other = await startOnboarding(ctx, 'stripe');
    const reused = await reuseAccount(ctx, {
      onboardingId: other,
      expectedVersion: 1,
      baseConnectionId: account,
    });
    expect(reused.connected?.baseConnectionId).toBe(account);
    const onetrustId = await startOnboarding(ctx, 'onetrust');
    expect(
      await failureOf(
        reuseAccount(ctx, { onboardingId: onetrustId, expectedVersion: 1, baseConnectionId: account }),
      ),
    ).toEqual({ kind: 'not-found', what: 'account' });
  });
});

describe('choosing data', () => {
  test('shows fields with statistics and a masked sample, and stores fields only', async () => {
    const { id, version } = await aConnected();
    const explored = await exploreData(ctx, id, 'customers');
    expect(explored.rows.length).toBeGreaterThan(0);
    const clear = await revealSample(ctx, id, 'customers');
    const emails = clear.flatMap((row) => /[\w.+-]+@[\w.-]+/.exec(JSON.stringify(row))?.[0] ?? []);
    expect(emails.length).toBeGreaterThan(0);
    await chooseData(ctx, { onboardingId: id, expectedVersion: version, resourcePaths: ['customers'] });
    const stored = JSON.stringify([(await loadOnboarding(ctx, id)).draft, explored]);
    for (const email of emails) expect(stored).not.toContain(email);
    const [entry] = await listAudit(db, { orgId: ctx.orgId, limit: 1 });
    expect(entry).toMatchObject({ action: 'sample.revealed', facts: { resourcePath: 'customers' } });
  });

  test('several paths are explored once, and one more leaves the work on the others alone', async () => {
    const { id, version, mapping } = await aMapped();
    const before = (await loadOnboarding(ctx, id)).draft.paths;
    const more = await chooseData(ctx, {
      onboardingId: id,
      expectedVersion: version,
      resourcePaths: ['customers', 'charges', 'refunds', 'refunds'],
    });
    const { paths } = (await loadOnboarding(ctx, id)).draft;
    expect(paths.map(({ resourcePath }) => resourcePath)).toEqual(['charges', 'refunds', 'customers']);
    expect(paths[0]).toEqual(before[0]);
    await chooseData(ctx, {
      onboardingId: id,
      expectedVersion: more.version,
      resourcePaths: ['refunds'],
    });
    const { draft } = await loadOnboarding(ctx, id);
    expect(draft.paths).toEqual([paths[1]]);
    expect(draft.setAside).toEqual([before[0]]);
    expect(draft.setAside[0]?.mapping).toEqual(mapping);
  });

  test('fields are read again when asked, however lately they were read, and the work on them stays', async () => {
    const { id, version, mapping } = await aMapped();
    const properties = { data: { type: 'object', properties: { amount_total: { type: 'integer' } } } };
    const schema = { type: 'object', properties };
    const body = { format: 'hierarchical', schema, data: [] };
    await setFault('flow.connections.explore', 'before', { type: 'status', status: 200, body });
    await readFieldsAgain(ctx, { onboardingId: id, expectedVersion: version, resourcePath: 'charges' });
    const [path] = (await loadOnboarding(ctx, id)).draft.paths;
    expect(path).toMatchObject({ resourcePath: 'charges', sourceSchema: schema, mapping });
    expect(
      await failureOf(
        readFieldsAgain(ctx, { onboardingId: id, expectedVersion: version, resourcePath: 'charges' }),
      ),
    ).toMatchObject({ kind: 'stale' });
  });

  test('nothing is chosen when one of the paths cannot be read', async () => {
    const { id, version } = await aConnected('rk_test_charges_only');
    const resourcePaths = ['charges', 'refunds'];
    expect(
      await failureOf(chooseData(ctx, { onboardingId: id, expectedVersion: version, resourcePaths })),
    ).toMatchObject({ kind: 'source-refused', reason: 'permission-missing' });
    expect((await loadOnboarding(ctx, id)).draft.paths).toEqual([]);
  });

  test('keeps the order of the fields of the source', async () => {
    const { id, version } = await aConnected();
    await chooseData(ctx, { onboardingId: id, expectedVersion: version, resourcePaths: ['prices'] });
    const explored = await exploreData(ctx, id, 'prices');
    const { draft } = await loadOnboarding(ctx, id);
    const names = (schema: unknown) =>
      Object.keys((schema as { properties: { data: { properties: object } } }).properties.data.properties);
    expect(names(draft.paths[0]?.sourceSchema)).toEqual(names(explored.schema));
  });

  test.each(['../charges', 'invoices', 'https://example.com'])(
    'the path %j is no path of the source',
    async (path) => {
      const { id } = await aConnected();
      expect(await failureOf(exploreData(ctx, id, path))).toEqual({
        kind: 'not-found',
        what: 'resource path',
      });
    },
  );
});

describe('mapping and review', () => {
  test('the published mapping previews on the platform although its schema does not exist', async () => {
    const { id, mapping } = await aMapped();
    expect(mapping.state.mappings).toHaveLength(36);
    const preview = await previewMapping(ctx, id, 'charges');
    expect(preview.rowErrors).toEqual({});
    expect(preview.records.length).toBeGreaterThan(0);
    expect(preview.records.flatMap(({ errors }) => errors)).toEqual([]);
  });

  test('proposed names are free, and names taken meanwhile are said before anything is sent', async () => {
    const { id, version } = await aMapped();
    const schedule = defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000));
    await saveSchedule(ctx, { onboardingId: id, expectedVersion: version, schedule });
    expect((await reviewPlan(ctx, id)).problems).toEqual([]);
    const target = await targetOf(id);
    if (target?.kind !== 'create') throw new Error('no new target');
    const platform = await ctx.platform();
    const schema = await createSchema(platform, {
      type: 'object',
      title: target.schemaTitle,
      allOf: [{ $ref: recordClassId }],
    });
    await createDataset(platform, {
      name: target.datasetName,
      schemaRef: { id: schema.id, contentType: 'application/vnd.adobe.xed+json;version=1' },
    });
    expect(
      (await reviewPlan(ctx, id)).problems.map(({ step, sentence }) => [step, sentence.slice(0, 9)]),
    ).toEqual([
      ['map', 'A schema '],
      ['map', 'A dataset'],
    ]);
    const { found } = await searchDatasets(ctx, id, { search: target.datasetName, in: 'name' });
    expect(found[0]).toMatchObject({ name: target.datasetName, schemaId: schema.id });
    const next = await aMapped();
    const fresh = await targetOf(next.id);
    expect(fresh?.kind === 'create' && fresh.schemaTitle).toBe(`${target.schemaTitle} 2`);
  });

  test('what the platform would refuse about a target is said on the plan', async () => {
    const { id, version, mapping } = await aMapped();
    const { target } = await loadTarget(ctx, id, 'charges');
    if (target.kind !== 'create') throw new Error('no new target');
    const saved = await saveMapping(ctx, {
      onboardingId: id,
      expectedVersion: version,
      resourcePath: 'charges',
      target: {
        ...target,
        classKind: 'event',
        isProfileEnabled: true,
        identities: [
          { target: '_tributarydemo.charges_data.description', namespace: 'Nobody', isPrimary: false },
        ],
      },
      mapping,
    });
    const schedule = defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000));
    await saveSchedule(ctx, { onboardingId: id, expectedVersion: saved.version, schedule });
    const { problems } = await reviewPlan(ctx, id);
    expect(problems.map(({ resourcePath, sentence }) => [resourcePath, sentence.slice(0, 48)])).toEqual([
      ['charges', 'The schema requires “_id”, which nothing fills: '],
      ['charges', 'The schema requires “timestamp”, which nothing f'],
      ['charges', 'This sandbox has no identity namespace “Nobody”.'],
      ['charges', 'A schema in Profile needs a primary identity. Se'],
    ]);
    expect(await checkNames(ctx, id, target)).toEqual([]);
  });

  test('datasets are found by name, by the title of their schema, and by a field of it', async () => {
    const { id } = await aMapped();
    const { dataset, schema } = await createTarget(await ctx.platform(), 'Found by field');
    const found = { id: dataset.id, name: 'Found by field dataset', schemaId: schema.id };
    const search = async (text: string, where: 'name' | 'field') =>
      (await searchDatasets(ctx, id, { search: text, in: where })).found;
    expect(await search('BY FIELD data', 'name')).toEqual([{ ...found, schemaTitle: 'Found by field' }]);
    expect(await search('charge.email', 'field')).toEqual([
      { ...found, schemaTitle: 'Found by field', fields: ['_tributarydemo.charge.email'] },
    ]);
    expect(await search('e', 'field')).toEqual([]);
    expect(await search('no such field', 'field')).toEqual([]);
  });

  test('schemas are found by title, by a dataset of theirs, and by a field, whether or not a dataset has them', async () => {
    const { id } = await aMapped();
    const platform = await ctx.platform();
    const { schema, fieldGroup } = await createTarget(platform, 'Schema search');
    const part = ($ref: string) => ({ $ref, type: 'object', 'meta:xdmType': 'object' });
    const bare = await createSchema(platform, {
      type: 'object',
      title: 'Bare schema search',
      allOf: [
        part(recordClassId),
        part(fieldGroup.id),
        part('https://ns.adobe.com/xdm/context/profile-personal-details'),
      ],
    });
    const search = (text: string, where: 'name' | 'field') =>
      searchSchemas(ctx, id, { search: text, in: where });
    const withDataset = { id: schema.id, title: 'Schema search', datasets: ['Schema search dataset'] };
    const without = { id: bare.id, title: 'Bare schema search', datasets: [] };
    expect(await search('schema SEARCH', 'name')).toEqual({ found: [withDataset, without], skipped: 0 });
    expect(await search('search dataset', 'name')).toEqual({ found: [withDataset], skipped: 0 });
    const { found } = await search('charge.email', 'field');
    const fields = ['_tributarydemo.charge.email'];
    expect(found.filter(({ title }) => /schema search/i.test(title))).toEqual([
      { ...withDataset, fields },
      { ...without, fields },
    ]);
    // A person asks in the words of XDM: the standard field of Adobe's own field groups is found too.
    const addresses = await search('email.address', 'field');
    expect(addresses.found.flatMap(({ fields }) => fields ?? [])).toContain('personalEmail.address');
    expect(await search('e', 'field')).toEqual({ found: [], skipped: 0 });
  });

  test('the mapping of another dataflow is read from the platform and compared like a file', async () => {
    const { id, mapping } = await aMapped();
    const platform = await ctx.platform();
    const name = `Other ${crypto.randomUUID()}`;
    const { dataflow } = await createFlow(platform, name, { frequency: 'hour', interval: 1 });
    const [found] = await listMappedDataflows(ctx, id, name.toUpperCase());
    expect(found).toMatchObject({ id: dataflow.id, name, isSameSource: true });
    const read = await readDataflowMappings(ctx, id, dataflow.id);
    expect(read.mappings.map(({ source, destination }) => `${source} → ${destination}`)).toEqual([
      'data.id → _id',
      'data.id → _tributarydemo.charge.id',
      'data.amount → _tributarydemo.charge.amount',
    ]);
    const { draft } = await loadOnboarding(ctx, id);
    const { schema } = await loadTarget(ctx, id, 'charges');
    const { rows, problems } = readImport(JSON.stringify(read.mappings), mapping.state.mappings, {
      sourceTree: buildSchemaTree(jsonSchemaNodeSchema.parse(draft.paths[0]?.sourceSchema)),
      targetTree: buildSchemaTree(schema),
      tenantRoot: '_tributarydemo',
    });
    expect(problems).toEqual([]);
    // The published mapping leaves `_id` empty; the other fields are not in this target.
    expect(rows.map(({ status }) => status)).toEqual(['added', 'refused', 'refused']);
    const gone = dataflowIdSchema.parse(crypto.randomUUID());
    await expect(readDataflowMappings(ctx, id, gone)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a save on top of an older version changes nothing', async () => {
    const { id, version, mapping } = await aMapped();
    const { target } = await loadTarget(ctx, id, 'charges');
    await saveMapping(ctx, {
      onboardingId: id,
      expectedVersion: version,
      resourcePath: 'charges',
      target,
      mapping,
    });
    expect(
      await failureOf(
        saveMapping(ctx, {
          onboardingId: id,
          expectedVersion: version,
          resourcePath: 'charges',
          target,
          mapping: packHistory(emptyMappingHistory),
        }),
      ),
    ).toEqual({ kind: 'stale', what: 'draft' });
    expect((await loadOnboarding(ctx, id)).draft.paths[0]?.mapping).toEqual(mapping);
  });

  test('a save for a path that was removed elsewhere is a conflict, and for one never chosen an error', async () => {
    const { id, version, mapping } = await aMapped();
    const target = (await loadTarget(ctx, id, 'charges')).target;
    const save = (resourcePath: string, expectedVersion: number) =>
      failureOf(saveMapping(ctx, { onboardingId: id, expectedVersion, resourcePath, target, mapping }));
    expect(await save('prices', version)).toEqual({ kind: 'not-found', what: 'resource path' });
    expect(await save('prices', version - 1)).toEqual({ kind: 'stale', what: 'draft' });
  });

  test('counts what cannot be created, for each path as it is saved', async () => {
    const { id, version } = await aMapped();
    const more = await chooseData(ctx, {
      onboardingId: id,
      expectedVersion: version,
      resourcePaths: ['charges', 'refunds', 'prices'],
    });
    const { target } = await loadTarget(ctx, id, 'refunds');
    const wrong = doCommand(
      emptyMappingHistory,
      { type: 'connect', mapping: { kind: 'attribute', source: 'data.gone', target: '_id' } },
      { createId: () => 'm0' },
    );
    await saveMapping(ctx, {
      onboardingId: id,
      expectedVersion: more.version,
      resourcePath: 'refunds',
      target,
      mapping: packHistory(wrong),
    });
    expect(await countPathErrors(ctx, id)).toEqual([
      { resourcePath: 'charges', errors: 0 },
      { resourcePath: 'refunds', errors: 1 },
      { resourcePath: 'prices', errors: 0 },
    ]);
  });

  test('two paths make one plan on one account, with names of their own and no dependency between them', async () => {
    const { id, version, mapping } = await aMapped();
    const more = await chooseData(ctx, {
      onboardingId: id,
      expectedVersion: version,
      resourcePaths: ['charges', 'refunds'],
    });
    const { target } = await loadTarget(ctx, id, 'refunds');
    const saved = await saveMapping(ctx, {
      onboardingId: id,
      expectedVersion: more.version,
      resourcePath: 'refunds',
      target,
      mapping,
    });
    const schedule = defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000));
    const last = await saveSchedule(ctx, { onboardingId: id, expectedVersion: saved.version, schedule });
    const { plan, problems } = await reviewPlan(ctx, id);
    expect(problems).toEqual([]);
    const objects = plan?.objects ?? [];
    const { name } = await loadOnboarding(ctx, id);
    expect(
      objects.filter(({ kind }) => kind === 'dataflow').map((object) => [object.key, object.name]),
    ).toEqual([
      ['charges/dataflow', `${name}: charges`],
      ['refunds/dataflow', `${name}: refunds`],
    ]);
    for (const object of objects) {
      const part = object.key.split('/')[0];
      expect(dependenciesOf(object).filter((key) => !key.startsWith(`${part}/`))).toEqual([]);
    }
    const bases = objects.flatMap(({ request }) => request.body.baseConnectionId ?? []);
    expect(bases).toHaveLength(2);
    expect(new Set(bases).size).toBe(1);
    expect(new Set(objects.map(({ marker }) => marker)).size).toBe(objects.length);

    // Another target for one path is another plan.
    await saveMapping(ctx, {
      onboardingId: id,
      expectedVersion: last.version,
      resourcePath: 'refunds',
      target: { ...target, datasetName: 'Elsewhere' },
      mapping,
    });
    expect((await reviewPlan(ctx, id)).plan?.hash).not.toBe(plan?.hash);
  });

  test('an interval below the source’s minimum is refused by the action too', async () => {
    const { id, version } = await aMapped();
    const startTimeSeconds = Math.floor(Date.now() / 1000) + 3600;
    const schedule = {
      frequency: 'minute',
      interval: 14,
      startTimeSeconds,
      timeZone: 'UTC',
      backfill: true,
    } as const;
    expect(
      await failureOf(saveSchedule(ctx, { onboardingId: id, expectedVersion: version, schedule })),
    ).toMatchObject({
      kind: 'invalid-input',
      fieldErrors: { 'schedule.interval': expect.stringContaining('Enter 15 or more') },
    });
  });

  test('creating applies the reviewed plan or refuses', async () => {
    const { id, version } = await aMapped();
    const schedule = defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000));
    await saveSchedule(ctx, { onboardingId: id, expectedVersion: version, schedule });
    const { plan, facts } = await reviewPlan(ctx, id);
    const submission = { onboardingId: id, idempotencyKey: crypto.randomUUID(), facts };
    expect(await failureOf(submitPlan(ctx, { ...submission, planHash: '0'.repeat(64) }))).toEqual({
      kind: 'stale',
      what: 'plan',
    });
    const first = await submitPlan(ctx, { ...submission, planHash: plan?.hash ?? '' });
    const second = await submitPlan(ctx, { ...submission, planHash: plan?.hash ?? '' });
    expect([first.started, second.started]).toEqual([true, false]);
    expect(second.run.id).toBe(first.run.id);
  });
});

test('undo takes the account along that the onboarding has made, when asked to and nobody else has chosen it', async () => {
  const { id, version } = await aMapped();
  const { draft } = await loadOnboarding(ctx, id);
  const baseConnectionId = draft.connect?.baseConnectionId;
  if (!baseConnectionId) throw new Error('not connected');
  const schedule = defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000));
  await saveSchedule(ctx, { onboardingId: id, expectedVersion: version, schedule });
  const { plan, facts } = await reviewPlan(ctx, id);
  const key = { onboardingId: id, idempotencyKey: crypto.randomUUID() };
  await setFault('flow.flows.create', 'before', { type: 'status', status: 403 });
  const { run, platform } = await submitPlan(ctx, { ...key, facts, planHash: plan?.hash ?? '' });
  const runId = runIdSchema.parse(run.id);
  const drive = () => work(runId, { db, log: ctx.log, platform });
  await drive();
  const scope = { orgId: ctx.orgId, runId, personId: ctx.session.person.id };

  const other = await startOnboarding(ctx, 'stripe');
  await reuseAccount(ctx, { onboardingId: other, expectedVersion: 1, baseConnectionId });
  expect(await failureOf(requestUndo(db, scope, { withAccount: true }))).toEqual({
    kind: 'stale',
    what: 'account',
  });
  await removeOnboarding(db, { id: other, orgId: ctx.orgId, updatedBy: ctx.session.person.id });

  const before = await accounts();
  await requestUndo(db, scope, { withAccount: true });
  await drive();
  expect(await viewLatestRun(ctx, id)).toMatchObject({
    state: 'undone',
    account: { remoteId: baseConnectionId, state: 'undone' },
  });
  expect(await accounts()).toBe(before - 1);
  expect((await reviewPlan(ctx, id)).problems).toEqual([
    { step: 'connect', sentence: expect.stringMatching(/^The account “.*” no longer exists/) },
  ]);
});

test('the onboarding of another organisation does not exist', async () => {
  const { id } = await aConnected();
  expect(await failureOf(loadOnboarding({ db, orgId: 'OTHER@AdobeOrg' }, id))).toEqual({
    kind: 'not-found',
    what: 'onboarding',
  });
  const unknown = onboardingIdSchema.parse(crypto.randomUUID());
  expect(await failureOf(loadOnboarding(ctx, unknown))).toEqual({ kind: 'not-found', what: 'onboarding' });
});

test('a platform that does not answer is an error of the platform, and nothing is lost', async () => {
  const { id, version } = await aConnected();
  await fetch(`${baseUrl}/__emu/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      seed: 1,
      rules: [
        {
          id: 'down',
          match: { op: 'flow.connections.explore' },
          when: { every: 1 },
          phase: 'before',
          action: { type: 'status', status: 503 },
        },
      ],
    }),
  });
  const failure = await failureOf(
    chooseData(ctx, { onboardingId: id, expectedVersion: version, resourcePaths: ['charges'] }),
  );
  expect(failure).toBeInstanceOf(PlatformError);
  expect((await loadOnboarding(ctx, id)).version).toBe(version);
});
