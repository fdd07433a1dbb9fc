import { expect, test } from '../fixtures';
import { appUrl } from '../support/addresses';
import { chooseSandbox, signIn, signOut } from '../support/sign-in';

const reads = [
  '/api/onboardings/11111111-1111-4111-8111-111111111111',
  '/api/onboardings/11111111-1111-4111-8111-111111111111/paths',
  '/api/onboardings/11111111-1111-4111-8111-111111111111/explore?resourcePath=charges',
  '/api/onboardings/11111111-1111-4111-8111-111111111111/datasets?search=',
  '/api/onboardings/11111111-1111-4111-8111-111111111111/target',
  '/api/onboardings/11111111-1111-4111-8111-111111111111/preview',
  '/api/onboardings/11111111-1111-4111-8111-111111111111/run',
  '/api/dataflows/11111111-1111-4111-8111-111111111111/runs',
];
const pages = [
  '/',
  '/onboardings/new',
  '/onboardings/11111111-1111-4111-8111-111111111111',
  '/onboardings/11111111-1111-4111-8111-111111111111/connect',
  '/onboardings/11111111-1111-4111-8111-111111111111/data',
  '/onboardings/11111111-1111-4111-8111-111111111111/map',
  '/onboardings/11111111-1111-4111-8111-111111111111/schedule',
  '/onboardings/11111111-1111-4111-8111-111111111111/review',
  '/dataflows',
  '/dataflows/11111111-1111-4111-8111-111111111111',
  '/accounts',
  '/accounts/11111111-1111-4111-8111-111111111111',
];

test('signing in leads through the sandbox choice to home, and a reload stays there', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page);
  await chooseSandbox(page);
  await expect(page.getByRole('button', { name: /^Sandbox: Dev\b/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
});

test('signing in returns to the page that was asked for', async ({ page }) => {
  await page.goto('/accounts');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Faccounts$/);
  await signIn(page);
  await expect(page).toHaveURL(`${appUrl}/accounts`);
});

test('a callback to another site leads home instead', async ({ page }) => {
  await page.goto('/sign-in?callbackUrl=https%3A%2F%2Fevil.example%2Fsteal');
  await signIn(page);
  await expect(page).toHaveURL(`${appUrl}/`);
});

test('a failed sign-in says why and lets people try again', async ({ page }) => {
  await page.goto('/sign-in?error=Callback');
  await expect(page.getByRole('alert').filter({ hasText: 'You are not signed in' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue with Adobe' })).toBeEnabled();
});

test('signing out ends the session itself: the old cookie opens nothing', async ({ page, browser }) => {
  await page.goto('/');
  await signIn(page);
  await chooseSandbox(page);
  const { cookies } = await page.context().storageState();
  await signOut(page);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);

  const replay = await browser.newContext({ baseURL: appUrl });
  await replay.addCookies(cookies);
  const replayed = await replay.newPage();
  await replayed.goto('/dataflows');
  await expect(replayed).toHaveURL(/\/sign-in/);
  const read = await replay.request.get('/api/dataflows/11111111-1111-4111-8111-111111111111/runs');
  expect([read.status(), await read.json()]).toEqual([401, { error: { kind: 'signed-out' } }]);
  await replay.close();
});

test('without a session no page, no read and no action gives anything', async ({ page, request }) => {
  for (const path of pages) {
    await page.goto(path);
    await expect(page, path).toHaveURL(`${appUrl}/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  for (const path of reads) {
    const response = await request.get(path);
    expect([path, response.status(), await response.json()]).toEqual([
      path,
      401,
      { error: { kind: 'signed-out' } },
    ]);
  }
});
