import { describe, expect, it } from 'vitest';
import { callPlatform } from './http';
import { policy } from './policy';
import { failureOf } from './test-support';
import { context, created, type Handler, id, json, mutation, read, servers, upstream } from './test-upstream';

describe('answers that are none', () => {
  it('does not follow a redirect, and the other host hears nothing', async () => {
    const canary = await upstream((_, response) => json(response, 200, created));
    const { url, hits } = await upstream((_, response) =>
      response.writeHead(307, { location: `${canary.url}/steal` }).end(),
    );
    const errors = [
      await failureOf(callPlatform(context(url), read)),
      await failureOf(callPlatform(context(url), mutation)),
    ];
    expect(errors.map(({ kind, status }) => ({ kind, status }))).toEqual([
      { kind: 'unreadable', status: 307 },
      { kind: 'unreadable', status: 307 },
    ]);
    expect({ canary: canary.hits.length, hits: hits.length }).toEqual({ canary: 0, hits: 2 });
  });

  const unreadable: { name: string; answer: Handler; readAttempts: number }[] = [
    {
      name: 'a page of HTML',
      answer: (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>token-1</html>'),
      readAttempts: 4,
    },
    {
      name: 'JSON that is not declared as such',
      answer: (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(created),
      readAttempts: 4,
    },
    {
      name: 'truncated JSON, correctly framed',
      answer: (_, response) => json(response, 201, created.slice(0, 30)),
      readAttempts: 4,
    },
    { name: 'an empty body', answer: (_, response) => json(response, 201, ''), readAttempts: 1 },
    { name: 'an empty object', answer: (_, response) => json(response, 201, '{}'), readAttempts: 1 },
    {
      name: 'an id of another form',
      answer: (_, response) => json(response, 201, { id: '../../connections' }),
      readAttempts: 1,
    },
    {
      name: 'one field twice',
      answer: (_, response) => json(response, 201, `{"id":"${id}","id":"${id}"}`),
      readAttempts: 1,
    },
    {
      name: 'nesting beyond the limit',
      answer: (_, response) =>
        json(
          response,
          200,
          `{"id":"${id}","a":${'['.repeat(policy.maximumDepth)}${']'.repeat(policy.maximumDepth)}}`,
        ),
      readAttempts: 1,
    },
    {
      name: 'more bytes than allowed',
      answer: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const chunk = ' '.repeat(1024 * 1024);
        const more = () => {
          while (!response.destroyed) if (!response.write(chunk)) break;
        };
        response.on('drain', more);
        more();
      },
      readAttempts: 1,
    },
    {
      name: 'bytes that are not UTF-8',
      answer: (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(Buffer.from([0x22, 0xff, 0xfe, 0x22])),
      readAttempts: 4,
    },
  ];
  it.each(unreadable)('calls $name unreadable', async ({ answer, readAttempts }) => {
    const forReads = await upstream(answer);
    const forMutations = await upstream(answer);
    const errors = [
      await failureOf(callPlatform(context(forReads.url, { timeScale: 0.05 }), read)),
      await failureOf(callPlatform(context(forMutations.url, { timeScale: 0.05 }), mutation)),
    ];
    expect(errors.map((error) => error.kind)).toEqual(['unreadable', 'unreadable']);
    expect({ reads: forReads.hits.length, mutations: forMutations.hits.length }).toEqual({
      reads: readAttempts,
      mutations: 1,
    });
    expect(errors.map((error) => `${error.stack} ${error.cause}`).join()).not.toContain('token-1');
  });

  it('keeps what comes after a passing fault: a read is repeated until it is answered', async () => {
    const { url, hits } = await upstream((request, response, nth) => {
      if (nth === 1) return request.socket.destroy();
      if (nth === 2) return response.writeHead(503, { 'content-type': 'text/html' }).end('<html>');
      if (nth === 3) return json(response, 200, created.slice(0, 20));
      return json(response, 200, created);
    });
    expect(await callPlatform(context(url), read)).toEqual({ id });
    expect(hits.length).toBe(4);
  });
});

describe('lost connections and deadlines', () => {
  it('tells a refused connection, which certainly did nothing, and repeats even a mutation', async () => {
    const { url } = await upstream(() => undefined);
    const [last] = servers.splice(-1);
    await new Promise((resolve) => last?.server.close(resolve));
    let sends = 0;
    const counting: typeof fetch = (...args) => {
      sends += 1;
      return fetch(...args);
    };
    const error = await failureOf(callPlatform(context(url, { fetch: counting }), mutation));
    expect({ kind: error.kind, sends }).toEqual({ kind: 'not-sent', sends: 4 });
  });

  const lost: { name: string; answer: Handler }[] = [
    { name: 'a reset before the answer', answer: (request) => request.socket.resetAndDestroy() },
    { name: 'a clean close before the answer', answer: (request) => request.socket.end() },
    {
      name: 'a reset in the body',
      answer: (request, response) => {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
        response.write(created, () => setTimeout(() => request.socket.resetAndDestroy(), 5));
      },
    },
    {
      name: 'a body shorter than announced',
      answer: (request, response) => {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
        response.write(created, () => request.socket.end());
      },
    },
  ];
  it.each(lost)('calls $name a lost connection and never sends a mutation again', async ({ answer }) => {
    const forReads = await upstream(answer);
    const forMutations = await upstream(answer);
    const readError = await failureOf(callPlatform(context(forReads.url), read));
    const error = await failureOf(callPlatform(context(forMutations.url), mutation));
    expect([readError.kind, error.kind]).toEqual(['connection-lost', 'connection-lost']);
    expect({ reads: forReads.hits.length, mutations: forMutations.hits.length }).toEqual({
      reads: 4,
      mutations: 1,
    });
  });

  it('keeps nothing of an error that quotes a header', async () => {
    const quoting = () => Promise.reject(new TypeError('"Bearer token-1" is an invalid header value.'));
    const error = await failureOf(callPlatform(context('http://127.0.0.1:9', { fetch: quoting }), mutation));
    expect({ kind: error.kind, cause: String(error.cause) }).toEqual({
      kind: 'connection-lost',
      cause: 'Error: TypeError',
    });
  });

  const slow: { name: string; answer: Handler }[] = [
    { name: 'no answer at all', answer: () => undefined },
    {
      name: 'an answer that drips for ever',
      answer: (_, response) => {
        response.writeHead(201, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 5);
        response.on('close', () => clearInterval(timer));
      },
    },
  ];
  it.each(slow)('gives up $name at the deadline, a mutation without a second try', async ({ answer }) => {
    const { url, hits } = await upstream(answer);
    const timeScale = 0.005;
    const startedAtMs = performance.now();
    const error = await failureOf(callPlatform(context(url, { timeScale }), mutation));
    expect(error.kind).toBe('timeout');
    expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(
      policy.deadlineMs.mutation * timeScale - 5,
    );
    expect(hits.length).toBe(1);
    expect((await failureOf(callPlatform(context(url, { timeScale }), read))).kind).toBe('timeout');
    expect(hits.length).toBe(1 + policy.attemptsAfterTimeout);
  });

  it('stops when its caller stops, and sends nothing for a caller that already has', async () => {
    const abort = new AbortController();
    const { url, hits } = await upstream(() => abort.abort());
    const ctx = context(url, { signal: abort.signal, timeScale: 1 });
    expect((await failureOf(callPlatform(ctx, mutation))).kind).toBe('connection-lost');
    expect((await failureOf(callPlatform(ctx, mutation))).kind).toBe('not-sent');
    expect(hits.length).toBe(1);
  });
});

describe('refusals', () => {
  const flow404 = {
    type: 'https://ns.adobe.com/aep/errors/FLOW-1439-404',
    title: 'Resource not found',
    status: 404,
    report: { 'detailed-message': 'The requested flows resource is not found.', 'request-id': 'r-2' },
    errorMessage: 'other words',
  };
  const shapes = [
    {
      name: 'the gateway',
      status: 403,
      body: { error_code: '403003', message: 'Api Key is invalid' },
      expected: { kind: 'forbidden', code: '403003', title: undefined, detail: 'Api Key is invalid' },
    },
    {
      name: 'Flow Service',
      status: 404,
      body: flow404,
      expected: {
        kind: 'not-found',
        code: 'FLOW-1439-404',
        title: 'Resource not found',
        detail: 'The requested flows resource is not found.',
      },
    },
    {
      name: 'Flow Service with the catalogue’s status',
      status: 400,
      body: { ...flow404, type: 'https://ns.adobe.com/aep/errors/FLOW-1439-400', status: 400 },
      expected: {
        kind: 'not-found',
        code: 'FLOW-1439-400',
        title: 'Resource not found',
        detail: 'The requested flows resource is not found.',
      },
    },
    {
      name: 'the Schema Registry',
      status: 400,
      body: {
        type: 'http://ns.adobe.com/aep/errors/XDM-1006-400',
        title: 'Accept header invalid',
        status: 400,
        report: { registryRequestId: 'r-3', 'detailed-message': 'No version here.', 'sub-errors': [] },
        detail: 'No version here.',
      },
      expected: {
        kind: 'rejected',
        code: 'XDM-1006-400',
        title: 'Accept header invalid',
        detail: 'No version here.',
      },
    },
    {
      name: 'an older service',
      status: 400,
      body: {
        type: '/placeholder/type/uri',
        status: 400,
        title: 'BadRequestError',
        detail: 'Title must be unique.',
      },
      expected: {
        kind: 'rejected',
        code: undefined,
        title: 'BadRequestError',
        detail: 'Title must be unique.',
      },
    },
    {
      name: 'an etag that moved, older form',
      status: 412,
      body: { errorMessage: 'Supplied version=["a"] does not match' },
      expected: {
        kind: 'stale',
        code: undefined,
        title: undefined,
        detail: 'Supplied version=["a"] does not match',
      },
    },
    {
      name: 'Identity',
      status: 409,
      body: {
        type: 'http://ns.adobe.com/adobecloud/problem/namespacevalidation',
        status: 409,
        title: 'NAMESPACE_CODE_CONFLICT',
        description: 'Namespace code already exists.',
        report: { code: 'INTEGRATION_CODE_EXISTS' },
      },
      expected: {
        kind: 'rejected',
        code: 'NAMESPACE_CODE_CONFLICT',
        title: 'NAMESPACE_CODE_CONFLICT',
        detail: 'Namespace code already exists.',
      },
    },
    {
      name: 'IMS',
      status: 400,
      body: { error: 'invalid_scope', error_description: 'Not a subset.' },
      expected: { kind: 'rejected', code: 'invalid_scope', title: undefined, detail: 'Not a subset.' },
    },
    {
      name: 'nobody known',
      status: 422,
      body: { strange: true },
      expected: { kind: 'rejected', code: undefined, title: undefined, detail: undefined },
    },
  ];
  it.each(shapes)('reads an error of $name', async ({ status, body, expected }) => {
    const { url } = await upstream((_, response) => json(response, status, body));
    const { kind, code, title, detail, requestId, ...rest } = await failureOf(
      callPlatform(context(url), mutation),
    );
    expect({ kind, code, title, detail, requestId, status: rest.status }).toEqual({
      ...expected,
      requestId: 'r-1',
      status,
    });
  });

  it('judges a 200 that carries an error by what it carries', async () => {
    const { url } = await upstream((_, response, nth) =>
      json(response, 200, nth === 1 ? flow404 : { error_code: '500000', message: 'Oops' }),
    );
    const first = await failureOf(callPlatform(context(url), mutation));
    const second = await failureOf(callPlatform(context(url), mutation));
    expect([first, second].map(({ kind, status }) => ({ kind, status }))).toEqual([
      { kind: 'not-found', status: 404 },
      { kind: 'server-error', status: 500 },
    ]);
  });

  it('takes a gateway’s page for no answer of the service, whatever its status', async () => {
    const { url } = await upstream((_, response) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html>'),
    );
    const { kind, status } = await failureOf(callPlatform(context(url), mutation));
    expect({ kind, status }).toEqual({ kind: 'unreadable', status: 404 });
  });

  it('removes the token and the given secrets from every word, in any encoding, and cuts the rest', async () => {
    const secret = 'rk_live_51"Ab/c+d=';
    const echo = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64'), 'token-1'].join(
      ' ',
    );
    const { url } = await upstream((_, response) =>
      json(
        response,
        400,
        { type: '/placeholder/type/uri', status: 400, title: echo, detail: `${echo} ${'long '.repeat(300)}` },
        { 'x-request-id': 'token-1' },
      ),
    );
    const error = await failureOf(callPlatform(context(url), { ...mutation, secrets: [secret] }));
    expect({ title: error.title, requestId: error.requestId, length: error.detail?.length }).toEqual({
      title: '[removed] [removed] [removed] [removed]',
      requestId: '[removed]',
      length: 500,
    });
    expect(error.detail).toMatch(/^(\[removed\] ){4}long long/);
  });
});
