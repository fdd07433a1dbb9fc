import type { Browser } from '@playwright/test';
import { chooseSandbox, signIn } from '../support/sign-in';
import { startStripeAtReview } from '../support/wizard';
import type { Report } from './report';
import { startRunningApp } from './running-app';
import { round } from './statistics';

const mostMapKilobytes = 300;

type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

/** JavaScript that one address brings over the wire, until nothing more comes, with an empty cache. */
async function measureScripts(browser: Browser, url: string, storageState: Cookies) {
  const context = await browser.newContext({ storageState });
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const scripts = new Set<string>();
    let bytes = 0;
    await network.send('Network.enable');
    network.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.mimeType.includes('javascript')) scripts.add(requestId);
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return { kilobytes: bytes / 1000, scripts: scripts.size };
  } finally {
    await context.close();
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
      const { kilobytes, scripts } = await measureScripts(browser, `${url}${path}`, state);
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
