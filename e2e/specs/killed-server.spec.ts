import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { openOwnApp } from '../support/own-app';
import { readCreates } from '../support/platform-state';
import { chooseSandbox, type Person, signIn } from '../support/sign-in';
import { watchContext } from '../support/watch-context';
import { expectCreated, readName, startStripeAtReview } from '../support/wizard';

/** A browser of its own for somebody, on our app. */
async function open(browser: Browser, baseURL: string, person: Person) {
  const context = await browser.newContext({ baseURL });
  const watch = await watchContext(context, baseURL);
  watch.expectFailedLoads();
  const page = await context.newPage();
  await page.goto('/');
  await signIn(page, person);
  await chooseSandbox(page);
  return { page, watch };
}

async function expectHeading(name: string, ...pages: Page[]): Promise<void> {
  await Promise.all(
    pages.map((page) => expect(page.getByRole('heading', { name })).toBeVisible({ timeout: 30_000 })),
  );
}

test('the server is killed while it creates: two tabs go on by themselves, another person ends it, and nothing is there twice', async ({
  browser,
  emulator,
  emulatorOrigin,
}) => {
  // Two starts of a server, and three people.
  test.setTimeout(120_000);
  // A request that is held has to be held still when the server is killed.
  const app = await openOwnApp({ emulatorUrl: emulatorOrigin, timeScale: 0.1 });
  try {
    const ana = await open(browser, app.url, 'Ana');
    const { page } = ana;
    await startStripeAtReview(page);
    const name = await readName(page);
    const second = await page.context().newPage();
    await second.goto(page.url());
    const createButton = (tab: Page) => tab.getByRole('button', { name: /^Create dataflow/ });
    await expect(createButton(second)).toBeEnabled();
    const before = await emulator.objects('flowservice', 'flows');
    const since = await emulator.position();
    await emulator.putFaults([
      {
        match: { op: 'catalog.dataSets.create' },
        when: { nth: [1] },
        phase: 'after',
        action: { type: 'barrier', name: 'killed' },
      },
      {
        match: { op: 'flow.flows.create' },
        when: { nth: [1] },
        action: { type: 'status', status: 403, code: '403027' },
      },
    ]);
    await Promise.all([createButton(page).dblclick(), createButton(second).click()]);
    await emulator.waitForBarrier('killed');
    await expectHeading('Creating the dataflow', page, second);

    await second.getByRole('link', { name: 'Home' }).click();
    const wayBack = second.getByRole('link', { name: `Watch: ${name}`, exact: true });
    await expect(wayBack).toBeVisible();
    await app.kill();
    await expectHeading('No connection to this app at the moment', page);
    await expectHeading('Creating the dataflow', page);
    // Data of a page cannot come, which must not end the one that is shown.
    await wayBack.click();
    await expect(second.getByRole('status').filter({ hasText: 'Waiting for this app' })).toBeVisible();
    await emulator.openBarrier('killed');
    await app.start();
    await expectHeading('The platform refused a part of the plan', page, second);

    const dev = await open(browser, app.url, 'Dev');
    await dev.page.goto(page.url());
    await expectHeading('The platform refused a part of the plan', dev.page);
    await expect(dev.page.getByRole('button', { name: /^(Resume|Remove what was made|Create)/ })).toHaveCount(
      0,
    );
    const ben = await open(browser, app.url, 'Ben');
    await ben.page.goto(page.url());
    await ben.page.getByRole('button', { name: 'Resume' }).click();
    for (const tab of [ben.page, page, second, dev.page]) await expectCreated(tab);
    await page.reload();
    await expectCreated(page);

    const creates = await readCreates(emulator, since);
    for (const [op, rows] of Object.entries(creates)) expect(rows, op).toHaveLength(1);
    expect(await emulator.objects('flowservice', 'flows')).toHaveLength(before.length + 1);
    expect([ana, ben, dev].flatMap(({ watch }) => watch.troubles)).toEqual([]);
  } finally {
    await app.close();
  }
});
