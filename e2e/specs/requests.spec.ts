import type { JournalRow } from '../emulator/journal';
import { expect, test } from '../fixtures';
import { documentedOneTrust, documentedStripe, type Made } from '../support/documented-requests';
import type { EmulatorClient } from '../support/emulator-client';
import { onlyCreate, readCreates } from '../support/platform-state';
import {
  applyPreset,
  chooseCharges,
  chooseConsents,
  connectOneTrust,
  connectStripe,
  create,
  goToData,
  goToReview,
  goToSchedule,
  startOnboarding,
} from '../support/wizard';

const tenant = 'tributarydemo';
const text = expect.any(String);
const named = { name: text, description: text };
// Unix seconds in a string, as both tutorials send it; the interval is a number.
const startTime = expect.stringMatching(/^1\d{9}$/);

test('every request of the Stripe journey is the documented one', async ({ signedIn: page, emulator }) => {
  const since = await emulator.position();
  await startOnboarding(page, 'Stripe');
  await connectStripe(page);
  await goToData(page);
  await chooseCharges(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  await page.getByRole('radiogroup', { name: 'How often' }).getByText('Every 15 minutes').click();
  await goToReview(page);
  await create(page);

  const { bodies, made } = await readBodies(emulator, since);
  expect(bodies.baseConnection).toEqual(documentedStripe.baseConnection(named));
  expect(bodies.sourceConnection).toEqual(documentedStripe.sourceConnection(named, made));
  expect(bodies.targetConnection).toEqual(documentedStripe.targetConnection(named, made));
  expect(bodies.mappingSet).toEqual(documentedStripe.mappingSet(text, made, tenant));
  expect(bodies.flow).toEqual(
    documentedStripe.flow(named, made, { startTime, frequency: 'minute', interval: 15, backfill: true }),
  );

  const explores = await emulator.journal({ since, op: 'flow.connections.explore' });
  const asked = new Set(explores.map(({ query }) => query.sourceParams));
  // Decoded once by the emulator: a value that was encoded twice would still show its %3D.
  expect([...asked].sort()).toEqual(
    [
      'eyJyZXNvdXJjZVBhdGgiOiJiYWxhbmNlX3RyYW5zYWN0aW9ucyJ9',
      'eyJyZXNvdXJjZVBhdGgiOiJjaGFyZ2VzIn0=',
      'eyJyZXNvdXJjZVBhdGgiOiJjdXN0b21lcnMifQ==',
      'eyJyZXNvdXJjZVBhdGgiOiJwcmljZXMifQ==',
      'eyJyZXNvdXJjZVBhdGgiOiJyZWZ1bmRzIn0=',
      'eyJyZXNvdXJjZVBhdGgiOiJzdWJzY3JpcHRpb25zIn0=',
    ].sort(),
  );
  for (const { path, query } of explores) {
    expect(path).toBe(`/data/foundation/flowservice/connections/${made.baseConnectionId}/explore`);
    expect(query).toEqual({
      objectType: 'rest',
      object: 'json',
      fileType: 'json',
      preview: expect.stringMatching(/^(true|false)$/),
      sourceParams: text,
    });
  }
  await expectDocumentedHeaders(emulator, since);
});

test('every request of the OneTrust journey is the documented one', async ({ signedIn: page, emulator }) => {
  const since = await emulator.position();
  await startOnboarding(page, 'OneTrust Integration');
  await connectOneTrust(page);
  await goToData(page);
  await chooseConsents(page);
  await applyPreset(page, 'Adobe’s published mapping for OneTrust', 7);
  await goToSchedule(page);
  await page.getByRole('radiogroup', { name: 'How often' }).getByText('Every 15 minutes').click();
  await page.getByText('Bring in existing records').click();
  await goToReview(page);
  await create(page);

  const { bodies, made } = await readBodies(emulator, since);
  expect(bodies.baseConnection).toEqual(documentedOneTrust.baseConnection(named));
  expect(bodies.sourceConnection).toEqual(documentedOneTrust.sourceConnection(named, made));
  expect(bodies.targetConnection).toEqual(documentedOneTrust.targetConnection(named, made));
  expect(bodies.mappingSet).toEqual(documentedOneTrust.mappingSet(text, made, tenant));
  expect(bodies.flow).toEqual(
    documentedOneTrust.flow(named, made, { startTime, frequency: 'minute', interval: 15, backfill: false }),
  );
  for (const { query } of await emulator.journal({ since, op: 'flow.connections.explore' })) {
    expect(query).toMatchObject({ objectType: 'rest', object: 'json', fileType: 'json' });
  }
  await expectDocumentedHeaders(emulator, since);
});

test('a dataflow that runs once is sent without interval and backfill', async ({
  signedIn: page,
  emulator,
}) => {
  const since = await emulator.position();
  await startOnboarding(page, 'OneTrust Integration');
  await connectOneTrust(page);
  await goToData(page);
  await chooseConsents(page);
  await applyPreset(page, 'Adobe’s published mapping for OneTrust', 7);
  await goToSchedule(page);
  await page.getByRole('radiogroup', { name: 'How often' }).getByText('Once', { exact: true }).click();
  await expect(page.getByText('A dataflow that runs once can never be changed')).toBeVisible();
  await goToReview(page);
  await create(page);
  const { bodies } = await readBodies(emulator, since);
  expect(bodies.flow).toMatchObject({ scheduleParams: { startTime, frequency: 'once' } });
  expect(Object.keys((bodies.flow as { scheduleParams: object }).scheduleParams).sort()).toEqual([
    'frequency',
    'startTime',
  ]);
});

async function readBodies(emulator: EmulatorClient, since: number) {
  const creates = await readCreates(emulator, since);
  const baseConnections = await emulator.journal({ since, op: 'flow.connections.create' });
  const [baseConnection] = baseConnections;
  if (!baseConnection || baseConnections.length > 1) throw new Error('expected exactly one base connection');
  const sourceConnection = onlyCreate(creates, 'flow.sourceConnections.create');
  const schema = onlyCreate(creates, 'schemaRegistry.tenant.schemas.create');
  const dataset = onlyCreate(creates, 'catalog.dataSets.create');
  const targetConnection = onlyCreate(creates, 'flow.targetConnections.create');
  const mappingSet = onlyCreate(creates, 'dataPrep.mappingSets.create');
  const flow = onlyCreate(creates, 'flow.flows.create');
  const made: Made = {
    baseConnectionId: String(baseConnection.committedId),
    sourceConnectionId: String(sourceConnection.committedId),
    targetConnectionId: String(targetConnection.committedId),
    datasetId: String(dataset.committedId),
    schemaId: String(schema.committedId),
    mappingSetId: String(mappingSet.committedId),
  };
  return {
    made,
    bodies: {
      baseConnection: baseConnection.requestBody,
      sourceConnection: sourceConnection.requestBody,
      targetConnection: targetConnection.requestBody,
      mappingSet: mappingSet.requestBody,
      flow: flow.requestBody,
    },
  };
}

/** The headers that every call to the platform carries, the one that the tutorials forget included. */
async function expectDocumentedHeaders(emulator: EmulatorClient, since: number): Promise<void> {
  const rows = (await emulator.journal({ since })).filter(({ path }) => path.startsWith('/data/'));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(headersOf(row), `${row.method} ${row.path}`).toEqual(documentedHeaders(row));
}

function headersOf({ requestHeaders }: JournalRow): Record<string, string | undefined> {
  return {
    authorization: requestHeaders.authorization,
    'x-api-key': requestHeaders['x-api-key'],
    'x-gw-ims-org-id': requestHeaders['x-gw-ims-org-id'],
    'x-sandbox-name': requestHeaders['x-sandbox-name'],
    'content-type': requestHeaders['content-type'],
  };
}

function documentedHeaders({ path, requestBody }: JournalRow): Record<string, unknown> {
  const isSandboxList = path.startsWith('/data/foundation/sandbox-management/');
  return {
    authorization: expect.stringMatching(/^sha256:/),
    'x-api-key': 'tributary-demo',
    'x-gw-ims-org-id': 'TRIBUTARYDEMO@AdobeOrg',
    'x-sandbox-name': isSandboxList ? undefined : 'dev',
    'content-type': requestBody === undefined ? undefined : 'application/json',
  };
}
