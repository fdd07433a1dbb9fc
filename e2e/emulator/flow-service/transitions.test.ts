import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestClient } from '../test-client';
import { createResource, prepareChargesFlow, stripeConnectionBody } from '../test-objects';

let client: TestClient;
beforeEach(async () => {
  client = await startTestClient();
});
afterEach(() => client.close());

const slow = () => client.emulator.control.switches({ transientStatesMs: 5000 });
const pass = () => client.emulator.control.advance(5000);
const state = async (collection: string, id: string) =>
  at(await client.call(`${flowService}/${collection}/${id}`), 'body.items.0.state');
const action = (id: string, op: string) =>
  client.call(`${flowService}/flows/${id}/action?op=${op}`, { method: 'POST' });
const remove = (path: string) => client.call(`${flowService}/${path}`, { method: 'DELETE' });

test('without the switch everything is enabled at once', async () => {
  const { id } = await createResource({ client }, 'connections', stripeConnectionBody());
  expect(await state('connections', id)).toBe('enabled');
});

test('a new account is initializing for a while and cannot be deleted meanwhile', async () => {
  slow();
  const { id } = await createResource({ client }, 'connections', stripeConnectionBody());
  expect(await state('connections', id)).toBe('initializing');
  expect(errorCode(await remove(`connections/${id}`))).toBe('FLOW-1416-400');
  pass();
  expect(await state('connections', id)).toBe('enabled');
  expect((await remove(`connections/${id}`)).status).toBe(204);
});

test('a dataflow passes through pending, disabling, enabling and delete-finalizing', async () => {
  const { body } = await prepareChargesFlow(client);
  slow();
  const { id } = await createResource({ client }, 'flows', body);
  expect(await state('flows', id)).toBe('pending');
  expect(errorCode(await action(id, 'disable'))).toBe('FLOW-1422-400');
  pass();
  expect(await state('flows', id)).toBe('enabled');
  expect((await action(id, 'disable')).status).toBe(200);
  expect(await state('flows', id)).toBe('disabling');
  pass();
  expect(await state('flows', id)).toBe('disabled');
  await action(id, 'enable');
  expect(await state('flows', id)).toBe('enabling');
  pass();
  expect((await remove(`flows/${id}`)).status).toBe(204);
  expect(await state('flows', id)).toBe('delete-finalizing');
  expect(errorCode(await remove(`flows/${id}`))).toBe('FLOW-1458-400');
  pass();
  expect((await client.call(`${flowService}/flows/${id}`)).status).toBe(404);
});

test('a dataflow that became enabled late still runs on schedule', async () => {
  const { body } = await prepareChargesFlow(client);
  slow();
  const { id } = await createResource({ client }, 'flows', body);
  client.emulator.control.advance(10 * 60_000);
  const runs = await client.call(`${flowService}/runs?property=flowId==${id}&count=true`);
  expect(runs.body).toEqual({ count: 1 });
});

test('connections can be drafts and are published', async () => {
  const reply = await client.call(`${flowService}/connections?mode=draft`, { body: stripeConnectionBody() });
  const id = String(at(reply, 'body.id'));
  expect(await state('connections', id)).toBe('draft');
  const publish = (op: string) =>
    client.call(`${flowService}/connections/${id}/action?op=${op}`, { method: 'POST' });
  expect(errorCode(await publish('FINALIZE'))).toBe('FLOW-1402-400');
  expect((await publish('PUBLISH')).status).toBe(200);
  expect(await state('connections', id)).toBe('enabled');
  expect(errorCode(await publish('publish'))).toBe('FLOW-1422-400');
});

test('configs and explore without an account are for other kinds of sources', async () => {
  const { id } = await createResource({ client }, 'connections', stripeConnectionBody());
  const spec = stripeConnectionBody().connectionSpec.id;
  expect(errorCode(await client.call(`${flowService}/connections/${id}/configs`))).toBe('CONNECTOR-1398-400');
  expect(errorCode(await client.call(`${flowService}/connectionSpecs/${spec}/explore`))).toBe(
    'CONNECTOR-1336-400',
  );
  const found = await client.call(`${flowService}/flowSpecs/search`, {
    body: { queryString: 'property=id==6499120c-0b15-42dc-936e-847ea3c24d72' },
  });
  expect(at(found, 'body.items.0.name')).toBe('RestStorageToAEP');
});
