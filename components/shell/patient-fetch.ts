import { beginAbsence, pauseInAbsence } from './absence';

type Fetch = typeof globalThis.fetch;

/** How long to wait before each further try; the last one from then on. */
const pausesMs = [500, 1_000, 2_000, 4_000] as const;
const gatewayStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * A `fetch` with which the router waits for an app that is away. By itself it answers a failed request for page data by
 * going to the address, which ends the page: the browser shows its own instead, and nothing brings ours back. Here page
 * data is asked for until it is answered; where it breaks off in the middle and nothing was asked for since, `reload` is
 * called once the app is back.
 * Everything else passes unchanged: nothing that changes something is ever sent twice.
 */
export function makePatientFetch(
  fetch: Fetch,
  {
    reload = () => globalThis.location.reload(),
    pause = pauseInAbsence,
  }: { reload?: () => void; pause?: typeof pauseInAbsence } = {},
): Fetch {
  let latest = 0;
  const ask: Fetch = async (input, init) => {
    latest += 1;
    const asked = latest;
    let endAbsence: (() => void) | undefined;
    try {
      for (let tries = 0; ; tries += 1) {
        const answer = await readBeginning(fetch, input, init);
        if (answer) {
          return watchBody(answer, async () => {
            // What was asked for since brings its own page.
            if (asked !== latest) return;
            await ask(input, withoutSignal(init));
            if (asked === latest - 1) reload();
          });
        }
        // The first failure may be a connection that was old: only the second one is worth a word.
        if (tries > 0) endAbsence ??= beginAbsence();
        await pause(pausesMs[Math.min(tries, pausesMs.length - 1)] ?? 0, init?.signal ?? undefined);
      }
    } finally {
      endAbsence?.();
    }
  };
  return (input, init) => (asksForPageData(init) ? ask(input, init) : fetch(input, init));
}

/** Prefetches are left out: nobody waits for one, and the router does without. */
function asksForPageData(init: RequestInit | undefined): boolean {
  if ((init?.method ?? 'GET') !== 'GET') return false;
  const headers = new Headers(init?.headers);
  return headers.get('rsc') === '1' && !headers.has('next-router-prefetch');
}

type Answer = {
  response: Response;
  first: ReadableStreamReadResult<Uint8Array>;
  reader: ReadableStreamDefaultReader<Uint8Array>;
};

/** Undefined when the app cannot be reached. Throws only for a request that was given up by whoever made it. */
async function readBeginning(
  fetch: Fetch,
  input: Parameters<Fetch>[0],
  init: RequestInit | undefined,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(input, init);
    if (gatewayStatuses.has(response.status)) {
      await response.body?.cancel();
      return undefined;
    }
    const reader = (response.body ?? new Blob().stream()).getReader();
    return { response, reader, first: await reader.read() };
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    return undefined;
  }
}

function withoutSignal({ signal: _, ...init }: RequestInit = {}): RequestInit {
  return init;
}

/** The same response. Where its body breaks off it stays open and `onBroken` is called: half a page is no error yet. */
function watchBody({ response, reader, first }: Answer, onBroken: () => Promise<void>): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (first.done) controller.close();
      else controller.enqueue(first.value);
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        await onBroken();
        await new Promise<never>(() => undefined);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, statusText, headers, url, redirected } = response;
  const isEmpty = status === 204 || status === 205 || status === 304;
  const copy = new Response(isEmpty ? null : body, { status, statusText, headers });
  // A response that is made by hand has neither, and the router goes by both.
  return Object.defineProperties(copy, { url: { value: url }, redirected: { value: redirected } });
}
