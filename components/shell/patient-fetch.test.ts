import { describe, expect, test, vi } from 'vitest';
import { makePatientFetch } from './patient-fetch';

const pageData = { headers: { rsc: '1' } };
const refused = () => Promise.reject(new TypeError('Failed to fetch'));
const page = (text = 'page') => Promise.resolve(new Response(text));

/** A `fetch` that gives these answers one after the other, and what was done around it. */
function patiently(...answers: (() => Promise<Response>)[]) {
  const fetch = vi.fn(() => answers.shift()?.() ?? refused());
  const pauses: number[] = [];
  const reload = vi.fn();
  const pause = async (ms: number, signal: AbortSignal | undefined) => {
    pauses.push(ms);
    signal?.throwIfAborted();
  };
  return { ask: makePatientFetch(fetch, { reload, pause }), fetch, pauses, reload };
}

/** Begins to answer, and breaks off after `text`. */
function broken(text: string): Promise<Response> {
  const parts = text === '' ? [] : [new TextEncoder().encode(text)];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.error(new TypeError('network error'));
    },
  });
  return Promise.resolve(new Response(body));
}

describe('page data', () => {
  test('is asked for until the app is there again, at longer and longer intervals', async () => {
    const { ask, fetch, pauses } = patiently(...Array(6).fill(refused), page);
    expect(await (await ask('/here', pageData)).text()).toBe('page');
    expect(fetch).toHaveBeenCalledTimes(7);
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 4_000, 4_000]);
  });

  test('waits for a gateway that has nobody behind it, not for an answer of the app', async () => {
    const gateway = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const own = () => Promise.resolve(new Response('no such page', { status: 404 }));
    const { ask, fetch } = patiently(gateway, own);
    expect((await ask('/here', pageData)).status).toBe(404);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test('is asked for again when the connection ends before the first byte of it', async () => {
    const { ask, fetch } = patiently(() => broken(''), page);
    expect(await (await ask('/here', pageData)).text()).toBe('page');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test('that breaks off later ends in no error: the page is loaded anew once the app is there', async () => {
    const { ask, fetch, reload } = patiently(() => broken('half a '), refused, page);
    const reader = (await ask('/here', pageData)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('half a ');
    void reader?.read();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  test('that breaks off is forgotten when another page is asked for', async () => {
    const { ask, fetch, reload } = patiently(
      () => broken('half a '),
      refused,
      () => page('another'),
      page,
    );
    const reader = (await ask('/here', pageData)).body?.getReader();
    await reader?.read();
    void reader?.read();
    expect(await (await ask('/there', pageData)).text()).toBe('another');
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(4));
    expect(reload).not.toHaveBeenCalled();
  });

  test('that nobody wants any more is given up', async () => {
    const { ask, fetch } = patiently(refused, page);
    const signal = AbortSignal.abort(new Error('another page'));
    await expect(ask('/here', { ...pageData, signal })).rejects.toThrow();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('keeps its address and whether it was led elsewhere, by which the router goes', async () => {
    const led = new Response('page', { headers: { 'content-type': 'text/x-component' } });
    Object.defineProperties(led, {
      url: { value: 'https://tributary.example.com/there' },
      redirected: { value: true },
    });
    const { ask } = patiently(() => Promise.resolve(led));
    const { url, redirected, headers } = await ask('/here', pageData);
    expect({ url, redirected, type: headers.get('content-type') }).toEqual({
      url: 'https://tributary.example.com/there',
      redirected: true,
      type: 'text/x-component',
    });
  });
});

describe('everything else passes unchanged, and once', () => {
  test.each([
    ['a change', { method: 'POST', headers: { 'next-action': 'a' } }],
    ['a prefetch', { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
    ['a read of data', {}],
  ])('%s', async (_, init) => {
    const { ask, fetch } = patiently(refused, page);
    await expect(ask('/here', init)).rejects.toThrow('Failed to fetch');
    expect(fetch.mock.calls).toEqual([['/here', init]]);
  });
});
