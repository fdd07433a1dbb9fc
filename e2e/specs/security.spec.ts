import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../fixtures';
import { appUrl } from '../support/addresses';
import {
  applyPreset,
  chooseCharges,
  connectStripe,
  create,
  goToData,
  goToReview,
  goToSchedule,
  startOnboarding,
} from '../support/wizard';

const token = 'sk_test_tributary';
// Where `scripts/e2e-server.mjs` puts the app's log and its embedded database.
const workDir = path.resolve(process.env.E2E_WORK_DIR ?? '.test');

test('a production build holds nothing of the emulator', () => {
  const traces = ['TRIBUTARYDEMO@AdobeOrg', 'tributary-demo-secret', '/__emu'];
  const files = ['.next/server', '.next/static'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && /\.(?:js|html|json|rsc|css|map)$/.test(entry.name)
        ? [path.join(entry.parentPath, entry.name)]
        : [],
    ),
  );
  expect(files.length).toBeGreaterThan(0);
  const holding = files.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return traces.some((trace) => text.includes(trace));
  });
  expect(holding).toEqual([]);
});

test('every answer carries the security headers, and each its own nonce', async ({ signedIn: page }) => {
  const nonces = new Set<string>();
  for (const address of ['/', '/onboardings/new', '/sign-in', '/nowhere', '/api/health']) {
    const response = await page.request.get(address, { maxRedirects: 0 });
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    nonces.add(nonce);
    expect(policy, address).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
    expect(policy, address).not.toMatch(/script-src[^;]*unsafe/);
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy, address).toContain(part);
    }
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.stringContaining('no-store'),
    });
    expect(headers['x-powered-by'], address).toBeUndefined();
  }
  expect(nonces.size).toBe(5);
});

test('every script of a page carries the nonce of its answer', async ({ signedIn: page }) => {
  const response = await page.goto('/');
  const nonce = /'nonce-([^']+)'/.exec(response?.headers()['content-security-policy'] ?? '')?.[1];
  const html = (await response?.text()) ?? '';
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
});

test('the session cookie is out of reach of scripts and of other sites', async ({ signedIn: page }) => {
  await page.goto('/');
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith('tributary.session'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('session');
});

test('an action from another site, or without a session, does nothing', async ({
  signedIn: page,
  playwright,
}) => {
  await page.goto('/onboardings/new');
  const sent = page.waitForRequest(
    (candidate) => candidate.method() === 'POST' && candidate.headers()['next-action'] !== undefined,
  );
  await page.getByRole('main').getByRole('button', { name: 'Stripe' }).click();
  const action = await sent;
  await expect(page).toHaveURL(/\/connect$/);
  const headers = {
    'next-action': action.headers()['next-action'] ?? '',
    'content-type': 'text/plain;charset=UTF-8',
    accept: 'text/x-component',
  };
  const data = action.postData() ?? '';

  const stranger = await playwright.request.newContext({ baseURL: appUrl });
  const withoutSession = await stranger.post('/onboardings/new', {
    headers: { ...headers, origin: appUrl },
    data,
  });
  const refused = await withoutSession.text();
  expect(refused).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
  expect(refused).toContain('signed-out');
  await stranger.dispose();

  const fromElsewhere = await page.request.post('/onboardings/new', {
    headers: { ...headers, origin: 'https://evil.example' },
    data,
  });
  expect(await fromElsewhere.text()).not.toContain('onboardingId');
});

test('a read from another site gets nothing', async ({ signedIn: page }) => {
  const response = await page.request.get('/api/onboardings/11111111-1111-4111-8111-111111111111', {
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect([response.status(), await response.json()]).toEqual([
    403,
    { error: { kind: 'not-allowed', permission: 'same-origin' } },
  ]);
});

test('the Stripe key is in no page, address, log or file', async ({ signedIn: page, emulator }) => {
  const since = await emulator.position();
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() || response.request().resourceType() === 'fetch') {
      // A redirect and an answer that was navigated away from have no body left to read.
      bodies.push(
        response.text().then(
          (text) => `${response.url()}\n${text}`,
          () => response.url(),
        ),
      );
    }
  });
  await startOnboarding(page, 'Stripe');
  await connectStripe(page, token);
  await goToData(page);
  await chooseCharges(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  await goToReview(page);
  await create(page);
  await page.reload();

  const answers = await Promise.all(bodies);
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.filter((text) => text.includes(token))).toEqual([]);
  expect(
    await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
  ).not.toContain(token);
  expect(JSON.stringify(await emulator.journal({ since }))).not.toContain(token);
  expect(filesWith(token)).toEqual([]);
});

test('a refused key is in no page and in no log either', async ({ signedIn: page, emulator }) => {
  const canary = 'sk_test_canary51H8xYzQ';
  const since = await emulator.position();
  await startOnboarding(page, 'Stripe');
  await page.getByRole('textbox', { name: 'Secret or restricted key' }).fill(canary);
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await expect(page.getByText('This credential cannot be used')).toBeVisible();
  expect(await page.content()).not.toContain(`>${canary}<`);
  expect(JSON.stringify(await emulator.journal({ since }))).not.toContain(canary);
  expect(filesWith(canary)).toEqual([]);
});

/** The app's log and every file of its embedded database in which a text stands. */
function filesWith(secret: string): string[] {
  const files = filesBelow(workDir).filter((file) => /\/(app\.log|data-[^/]+\/.+)$/.test(file));
  expect(files.filter((file) => file.endsWith('app.log'))).toHaveLength(1);
  return files.filter((file) => readFileSync(file).includes(secret));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const entry = path.join(folder, name);
    return statSync(entry).isDirectory() ? filesBelow(entry) : [entry];
  });
}
