import { describe, expect, it } from 'vitest';
import { createLog } from './create-log';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

function capture() {
  const lines: string[] = [];
  return { log: createLog('trace', { write: (line: string) => void lines.push(line) }), lines };
}

describe('the log', () => {
  it('hides values under secret names at any depth, however they are written', () => {
    const { log, lines } = capture();
    log.info({
      request: {
        headers: new Headers({ Authorization: 'canary1', 'X-Api-Key': 'canary2', accept: 'json' }),
        body: [{ auth: { params: { host: 'canary3' } }, client_secret: 'canary4', refreshToken: 'canary5' }],
      },
      password: 'canary6',
      Cookie: 'canary7',
      deep: { a: { b: { access_token: 'canary8', accessToken: 'canary9', stripeToken: 'canary10' } } },
      attempt: 2,
    });
    expect(lines.join()).not.toContain('canary');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.any(String),
      request: {
        headers: { accept: 'json', authorization: '[hidden]', 'x-api-key': '[hidden]' },
        body: [{ auth: '[hidden]', client_secret: '[hidden]', refreshToken: '[hidden]' }],
      },
      password: '[hidden]',
      Cookie: '[hidden]',
      deep: { a: { b: { access_token: '[hidden]', accessToken: '[hidden]', stripeToken: '[hidden]' } } },
      attempt: 2,
    });
  });

  it.each([
    'sk_test_tributary',
    'rk_live_51Habcdef',
    'ot_tributary',
    jwt,
    `Bearer ${'x'.repeat(20)}`,
    'https://h/cb?code=abc123',
    'postgres://app:word@db/x',
  ])('hides %s wherever it stands in a text', (text) => {
    const { log, lines } = capture();
    const secret = text.replace('https://h/cb?', '').replace('postgres://', '').replace('@db/x', '');
    log.error(
      { note: `said ${text} and`, err: new Error(`boom ${text}`, { cause: new Error(text) }) },
      `now ${text}`,
    );
    log.warn('plain %s', text);
    log.error(new Error(text));
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain(secret);
    expect(lines.join()).toContain('[hidden]');
  });

  it('keeps what is needed to find a fault', () => {
    const { log, lines } = capture();
    const error = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', status: 502 });
    log.error({ err: error, incidentId: 'i-1' }, 'unexpected failure');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'error',
      time: expect.any(String),
      msg: 'unexpected failure',
      incidentId: 'i-1',
      err: {
        name: 'Error',
        message: 'read ECONNRESET',
        code: 'ECONNRESET',
        status: 502,
        stack: expect.any(String),
      },
    });
  });

  it('survives cycles, depth, accessors of other realms and line breaks', () => {
    const { log, lines } = capture();
    const cycle: Record<string, unknown> = { name: 'a\nb\u001b[31m' };
    cycle.self = cycle;
    let deep: unknown = 'end';
    for (let level = 0; level < 10_000; level += 1) deep = { deep };
    log.info({ cycle, deep, big: 10n, bytes: new Uint8Array(9), never: new Date(Number.NaN) });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      cycle: { self: '[cut]' },
      big: '10',
      bytes: '[bytes]',
      never: 'invalid date',
    });
  });
});
