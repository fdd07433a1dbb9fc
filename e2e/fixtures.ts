import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { appUrl, emulatorUrl } from './support/addresses';
import { createEmulatorClient, type EmulatorClient } from './support/emulator-client';
import { makeApiToken, type ReadyOnboardings, readyOnboardings } from './support/ready-onboarding';
import { chooseSandbox, signIn } from './support/sign-in';
import { type Watch, watchContext } from './support/watch-context';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

type TestFixtures = {
  emulatorOrigin: string;
  /** Runs for every test: clears faults after it and fails it on a request that the platform does not know. */
  emulator: EmulatorClient;
  /** Runs for every test and fails it on anything the browser complains about. */
  watch: Watch;
  /** A page of Ana's, an owner, in the development sandbox, before its first navigation. */
  signedIn: Page;
  /** For what comes after the way in: the page of `signedIn`, where the wizard has got to. */
  ready: ReadyOnboardings;
};

type WorkerFixtures = { storedSession: StorageState; apiToken: string };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  viewport: { width: 1440, height: 900 },

  storedSession: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL: appUrl });
      const page = await context.newPage();
      await page.goto('/');
      await signIn(page);
      await chooseSandbox(page);
      const state = await context.storageState();
      await context.close();
      await use(state);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  apiToken: [
    async ({ browser, storedSession }, use) => {
      const context = await browser.newContext({ baseURL: appUrl, storageState: storedSession });
      const token = await makeApiToken(await context.newPage());
      await context.close();
      await use(token);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  emulatorOrigin: [emulatorUrl, { option: true }],

  emulator: [
    async ({ emulatorOrigin }, use) => {
      const emulator = createEmulatorClient(emulatorOrigin);
      await emulator.clearFaults();
      await emulator.resetClock();
      const start = await emulator.position();
      await use(emulator);
      await emulator.clearFaults();
      const unknown = await emulator.journal({ since: start, op: 'unknown' });
      expect(
        unknown.map(({ method, path }) => `${method} ${path}`),
        'requests that the platform does not know',
      ).toEqual([]);
    },
    { auto: true },
  ],

  watch: [
    async ({ context }, use) => {
      const watch = await watchContext(context);
      await use(watch);
      expect(watch.troubles).toEqual([]);
    },
    { auto: true },
  ],

  signedIn: async ({ page, context, storedSession }, use) => {
    await context.addCookies(storedSession.cookies);
    await use(page);
  },

  ready: async ({ signedIn, apiToken }, use) => {
    await use(readyOnboardings(signedIn, apiToken));
  },
});

export { expect };
