import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Schedule } from '@/lib/schedule/schedule';
import { defaultSchedule } from '@/lib/schedule/schedule-choices';
import { stripe } from '@/lib/sources/stripe';
import { appUrl, emulatorUrl } from './addresses';
import { postToPlatform } from './post-to-platform';
import { expectMap, expectStep } from './wizard';

/** Onboardings of charges that are decided so far that a journey can begin where its subject is. */
export type ReadyOnboardings = {
  /** On the Map step, with nothing mapped; answers the id, as the others do. */
  atMap: () => Promise<string>;
  /** On the Schedule step, with the published mapping. */
  atSchedule: () => Promise<string>;
  /** On the Review step, with the published mapping and the proposed schedule. */
  atReview: () => Promise<string>;
};

/** Makes a token of the HTTP API on its settings page, for an owner who is signed in on this page. */
export async function makeApiToken(page: Page): Promise<string> {
  await page.goto('/settings/tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Journeys');
  await page.getByRole('button', { name: /Role$/ }).click();
  await page.getByRole('option', { name: /^Editor/ }).click();
  await page.getByRole('button', { name: 'Make the token' }).click();
  const shown = page.getByRole('alertdialog', { name: /^Copy the token/ }).getByText(/^trib_/);
  await expect(shown).toBeVisible();
  return (await shown.textContent()) ?? '';
}

/**
 * Decides them as a program would, through the HTTP API with this token, and opens them on the page: seconds less than
 * the way in, which has journeys of its own.
 */
export function readyOnboardings(page: Page, token: string): ReadyOnboardings {
  const decide = async (path: (title: string) => object, schedule: Schedule | null): Promise<string> => {
    const title = `Stripe charges ${randomUUID().slice(0, 8)}`;
    const account = await postToPlatform(emulatorUrl, 'flowservice/connections', {
      name: title,
      connectionSpec: stripe.connectionSpec,
      auth: { specName: stripe.authSpecName, params: { accessToken: 'sk_test_tributary' } },
    });
    const started = await ask(token, 'POST', '/onboardings', { sourceId: stripe.id });
    const { id } = (await started.json()) as { id: string };
    const body = { draft: { baseConnectionId: account.id, resourcePaths: [path(title)], schedule } };
    await ask(token, 'PUT', `/onboardings/${id}`, body, started.headers.get('etag') ?? '');
    return id;
  };
  return {
    atMap: async () => {
      const id = await decide(() => ({ resourcePath: 'charges', target: null, mappings: [] }), null);
      await page.goto(`/onboardings/${id}/map`);
      await expectMap(page);
      return id;
    },
    atSchedule: async () => {
      const id = await decide(publishedMapping, null);
      await page.goto(`/onboardings/${id}/schedule`);
      await expectStep(page, 'schedule');
      return id;
    },
    atReview: async () => {
      const proposed = defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000));
      const id = await decide(publishedMapping, proposed);
      await page.goto(`/onboardings/${id}/review`);
      await expectStep(page, 'review');
      await expect(page.getByRole('heading', { name: 'The plan', exact: true })).toBeVisible();
      return id;
    },
  };
}

/** Charges onto a new target with the mapping that Adobe has published. */
function publishedMapping(title: string): object {
  const rows = stripe.presets.find(({ resourcePath }) => resourcePath === 'charges')?.rows ?? [];
  return {
    resourcePath: 'charges',
    target: {
      kind: 'create',
      fieldGroupTitle: `${title} fields`,
      schemaTitle: title,
      datasetName: `${title} dataset`,
      container: stripe.targetContainer('charges'),
    },
    mappings: rows.map(({ source, target, standard, name, description }) => ({
      kind: 'attribute',
      source,
      target: standard ? target : `_tributarydemo.${target}`,
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
    })),
  };
}

async function ask(
  token: string,
  method: string,
  path: string,
  body: object,
  etag?: string,
): Promise<Response> {
  const response = await fetch(`${appUrl}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(etag !== undefined && { 'if-match': etag }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}
