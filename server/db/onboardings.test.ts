import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { OnboardingId } from '@/lib/ids';
import type { Db } from './db';
import {
  createOnboarding,
  findOnboarding,
  listOnboardings,
  moveOnboarding,
  removeOnboarding,
  renameOnboarding,
  saveDraft,
} from './onboardings';
import { savePerson } from './people';
import { createTestDatabase } from './test-database';

const orgId = 'A@AdobeOrg';
const stranger = 'B@AdobeOrg';
const unknownId = '00000000-0000-4000-8000-000000000000' as OnboardingId;

let db: Db;
let close: () => Promise<void>;
let ownerId: string;

beforeAll(async () => {
  ({ db, close } = await createTestDatabase(process.env.TEST_POSTGRES_URL));
  ownerId = (await savePerson(db, { issuer: 'i', subject: 's', email: 'ana@example.com', name: 'Ana' })).id;
});

afterAll(() => close());

function anOnboarding(over: Partial<Parameters<typeof createOnboarding>[1]> = {}) {
  return createOnboarding(db, {
    orgId,
    sandboxName: 'prod',
    ownerId,
    name: 'Payments',
    sourceId: 'stripe',
    draft: { step: 'connect' },
    draftVersion: 1,
    ...over,
  });
}

describe('a saved draft', () => {
  it('counts versions and refuses a save based on an older one, handing back what is stored', async () => {
    const { id } = await anOnboarding();
    const save = (expectedVersion: number, note: string) =>
      saveDraft(db, { id, orgId, expectedVersion, draft: { note }, updatedBy: ownerId });

    expect(await save(1, 'first')).toEqual({ ok: true, version: 2 });
    const refused = await save(1, 'late');

    expect(refused).toMatchObject({ ok: false, current: { id, version: 2, draft: { note: 'first' } } });
    expect(await save(2, 'second')).toEqual({ ok: true, version: 3 });
  });

  it('loses none of 200 racing saves', async () => {
    const created = await anOnboarding({ draft: [] });
    const { id } = created;
    const saveAll = async (entries: number[]): Promise<void> => {
      let stored = created;
      for (const entry of entries) {
        for (let saved = false; !saved; ) {
          const draft = [...z.array(z.number()).parse(stored.draft), entry];
          const { version } = stored;
          const result = await saveDraft(db, {
            id,
            orgId,
            expectedVersion: version,
            draft,
            updatedBy: ownerId,
          });
          if (!result.ok && !result.current) throw new Error('the onboarding is gone');
          saved = result.ok;
          stored = result.ok ? { ...stored, draft, version: result.version } : (result.current ?? stored);
        }
      }
    };
    const tabs = Array.from({ length: 20 }, (_, tab) =>
      Array.from({ length: 10 }, (_, save) => tab * 10 + save),
    );
    await Promise.all(tabs.map(saveAll));

    const stored = await findOnboarding(db, { id, orgId });
    expect(stored?.version).toBe(201);
    expect(new Set(z.array(z.number()).parse(stored?.draft))).toEqual(new Set(tabs.flat()));
  }, 60_000);

  it('is neither found nor changed from another organisation', async () => {
    const { id } = await anOnboarding();
    const key = { id, orgId: stranger };

    expect(await findOnboarding(db, key)).toBeUndefined();
    expect(await saveDraft(db, { ...key, expectedVersion: 1, draft: 'x', updatedBy: ownerId })).toEqual({
      ok: false,
      current: undefined,
    });
    expect(await renameOnboarding(db, { ...key, name: 'x', updatedBy: ownerId })).toBe(false);
    expect(await moveOnboarding(db, { ...key, from: 'draft', to: 'creating' })).toBe(false);
    expect(await removeOnboarding(db, { ...key, updatedBy: ownerId })).toBe(false);
    expect(await findOnboarding(db, { id, orgId })).toMatchObject({ name: 'Payments', version: 1 });
  });

  it('keeps names and texts that look like statements', async () => {
    const name = "x'); drop table people; --";
    const { id } = await anOnboarding({ name, draft: { [name]: '$1' } });
    expect(await findOnboarding(db, { id, orgId })).toMatchObject({ name, draft: { [name]: '$1' } });
  });
});

describe('the list of onboardings', () => {
  it('shows one sandbox without drafts, the last changed first, and nothing removed', async () => {
    const sandboxName = 'list';
    const first = await anOnboarding({ sandboxName, name: 'first' });
    const second = await anOnboarding({ sandboxName, name: 'second' });
    const third = await anOnboarding({ sandboxName, name: 'third' });
    await renameOnboarding(db, { id: first.id, orgId, name: 'renamed', updatedBy: ownerId });
    await removeOnboarding(db, { id: third.id, orgId, updatedBy: ownerId });

    const listed = await listOnboardings(db, { orgId, sandboxName });

    expect(listed.map(({ id, name }) => ({ id, name }))).toEqual([
      { id: first.id, name: 'renamed' },
      { id: second.id, name: 'second' },
    ]);
    expect(listed.some((row) => 'draft' in row)).toBe(false);
    expect(await findOnboarding(db, { id: third.id, orgId })).toBeUndefined();
  });
});

describe('the state of an onboarding', () => {
  it('moves only from the state that was expected', async () => {
    const { id } = await anOnboarding();
    const move = () => moveOnboarding(db, { id, orgId, from: 'draft', to: 'creating' });
    expect((await Promise.all([move(), move(), move()])).filter(Boolean)).toEqual([true]);
  });

  it('keeps an onboarding that is being created from being removed', async () => {
    const { id } = await anOnboarding();
    await moveOnboarding(db, { id, orgId, from: 'draft', to: 'creating' });
    expect(await removeOnboarding(db, { id, orgId, updatedBy: ownerId })).toBe(false);
    expect(await removeOnboarding(db, { id: unknownId, orgId, updatedBy: ownerId })).toBe(false);
  });
});
