import type { Browser, Request } from '@playwright/test';
import { chooseSandbox, signIn } from '../support/sign-in';
import { startStripeAtReview } from '../support/wizard';
import type { Report } from './report';
import { startRunningApp } from './running-app';
import { round } from './statistics';

const mostMapKilobytes = 300;
const idleTurns = 5;

type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

/** JavaScript that one address brings, as compressed, until the page asks for nothing more, with an empty cache. */
async function measureScripts(browser: Browser, url: string, storageState: Cookies, lastToCome?: string) {
  const context = await browser.newContext({ storageState });
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const scripts = new Map<string, number>();
    const underWay = new Set<Request>();
    let asked = 0;
    let bytes = 0;
    await network.send('Network.enable');
    page.on('request', (request) => {
      asked += 1;
      underWay.add(request);
    });
    page.on('requestfinished', (request) => underWay.delete(request));
    page.on('requestfailed', (request) => underWay.delete(request));
    network.on('Network.responseReceived', ({ requestId, response }) => {
      // So far it has received the headers.
      if (response.mimeType.includes('javascript')) scripts.set(requestId, response.encodedDataLength);
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength - (scripts.get(requestId) ?? encodedDataLength);
    });
    await page.goto(url);
    if (lastToCome) await page.getByTestId(lastToCome).waitFor();
    let askedBefore = -1;
    // What is fetched when there is time is fetched by an idle callback: a page that had several and asks for nothing is done.
    while (underWay.size > 0 || asked > askedBefore) {
      askedBefore = asked;
      await page.evaluate(idleTimes, idleTurns);
    }
    return { kilobytes: bytes / 1000, scripts: scripts.size };
  } finally {
    await context.close();
  }
}

/** Runs in the page: ends after so many turns in which it had time, with a frame between them. */
async function idleTimes(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
  }
}

/** What each screen costs a first visitor. */
async function measureFirstLoads(report: Report): Promise<void> {
  const { url, browser, stop } = await startRunningApp();
  try {
    const context = await browser.newContext({ baseURL: url });
    const page = await context.newPage();
    await page.goto('/');
    await signIn(page);
    await chooseSandbox(page);
    const id = await startStripeAtReview(page);
    const signedIn = await context.storageState();
    await context.close();
    const signedOut: Cookies = { cookies: [], origins: [] };
    for (const [name, path, state] of [
      ['sign-in', '/sign-in', signedOut],
      ['home', '/', signedIn],
      ['dataflows', '/dataflows', signedIn],
      ['accounts', '/accounts', signedIn],
      ...['connect', 'data', 'map', 'schedule', 'review'].map(
        (step) => [step, `/onboardings/${id}/${step}`, signedIn] as const,
      ),
    ] as const) {
      // Suggestions come when a worker has an answer, with a screen of their own.
      const lastToCome = name === 'map' ? 'suggestion-bar' : undefined;
      const { kilobytes, scripts } = await measureScripts(browser, `${url}${path}`, state, lastToCome);
      const limit = name === 'map' ? { budget: mostMapKilobytes, within: kilobytes <= mostMapKilobytes } : {};
      report({
        name: `first-load javascript, ${name}`,
        value: round(kilobytes),
        unit: 'kB',
        scripts,
        ...limit,
      });
    }
  } finally {
    await stop();
  }
}

export const suites = [{ name: 'first-load javascript', run: measureFirstLoads }];
