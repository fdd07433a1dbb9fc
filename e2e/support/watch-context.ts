import type { BrowserContext } from '@playwright/test';
import { appUrl, emulatorUrl } from './addresses';

export type Watch = {
  /** What went wrong in the browser so far, as lines to read. */
  troubles: string[];
  /** From now on failed loads are part of the test: the browser reports each of them to the console. */
  expectFailedLoads: () => void;
};

const failedLoad = /^Failed to load resource: /;

/** Collects everything that must never happen in the browser, from every page of a context; `ownUrl` is our app's. */
export async function watchContext(context: BrowserContext, ownUrl = appUrl): Promise<Watch> {
  const ownOrigins = new Set([ownUrl, emulatorUrl]);
  let areFailedLoadsExpected = false;
  const watch: Watch = {
    troubles: [],
    expectFailedLoads: () => {
      areFailedLoadsExpected = true;
    },
  };
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`Security policy violated: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on('console', (message) => {
    const type = message.type();
    if (type !== 'error' && type !== 'warning') return;
    if (areFailedLoadsExpected && failedLoad.test(message.text())) return;
    watch.troubles.push(`console ${type} on ${message.page()?.url() ?? 'a worker'}: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    watch.troubles.push(
      `page error on ${error.page()?.url()}: ${error.error().stack ?? error.error().message}`,
    );
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isLocal = protocol === 'data:' || protocol === 'blob:' || protocol === 'about:';
    if (!isLocal && !ownOrigins.has(origin)) watch.troubles.push(`foreign request: ${request.url()}`);
  });
  return watch;
}
