import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({ env: {} as Record<string, unknown> }));
vi.mock('./server/env', () => ({ getEnv: () => world.env }));

const { proxy } = await import('./proxy');

beforeEach(() => {
  world.env = {
    appUrl: 'https://tributary.example.com',
    imsBaseUrl: 'https://ims-na1.adobelogin.com',
    development: false,
  };
});

function ask(path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) {
  return proxy(new NextRequest(`https://tributary.example.com${path}`, init));
}

function nonceOf(response: Response): string {
  return /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
}

/** How the framework is told to change the request's headers. */
function forwarded(response: Response, name: string): string | null {
  return response.headers.get(`x-middleware-request-${name}`);
}

describe('every answer', () => {
  it('has exactly these protections', () => {
    const response = ask('/dataflows?x=1');
    const nonce = nonceOf(response);
    const headers = [...response.headers].filter(([name]) => !name.startsWith('x-middleware-'));
    expect(Object.fromEntries(headers)).toEqual({
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'self'",
        `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self' https://ims-na1.adobelogin.com",
        "frame-src 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    });
    expect(forwarded(response, 'x-request-path')).toBe('/dataflows?x=1');
  });

  it('has a nonce of its own, which no request can choose', () => {
    const headers = {
      'x-nonce': 'evil',
      'content-security-policy': "script-src 'nonce-evil'",
      'x-request-path': '//e',
    };
    const answers = [ask('/', { headers }), ask('/', { headers })];
    const nonces = answers.map(nonceOf);
    expect(new Set(nonces).size).toBe(2);
    expect(answers.map((answer) => forwarded(answer, 'x-nonce'))).toEqual(nonces);
    expect(answers.map((answer) => forwarded(answer, 'x-request-path'))).toEqual(['/', '/']);
    expect(forwarded(answers[0] ?? new Response(), 'content-security-policy')).not.toContain('evil');
  });

  it.each([
    ['OPTIONS', '/dataflows', 405],
    ['DELETE', '/dataflows', 405],
    ['PUT', '/sign-in', 405],
    ['OPTIONS', '/api/health', 405],
    ['PROPFIND', '/api/health', 405],
    ['POST', '/dataflows', 200],
    ['HEAD', '/dataflows', 200],
    ['PUT', '/api/v1/onboardings/1', 200],
    ['GET', '/_next/image?url=/x.png&w=64&q=75', 404],
  ])('to %s %s has the status %i', (method, path, status) => {
    const response = ask(path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('to more than one megabyte is a refusal', () => {
    expect(ask('/api/x', { method: 'POST', headers: { 'content-length': '1100000' } }).status).toBe(413);
  });

  it('after signing out has the browser forget this site, once', () => {
    const response = ask('/sign-in', { headers: { cookie: 'tributary-signed-out=1' } });
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(response.headers.get('set-cookie')).toMatch(/^tributary-signed-out=; Path=\/sign-in;.*Max-Age=0/);
    expect(ask('/sign-in').headers.get('clear-site-data')).toBeNull();
  });

  it('on loopback promises no https, and in development allows hot reloading', () => {
    world.env = { appUrl: 'http://127.0.0.1:3000', imsBaseUrl: 'http://127.0.0.1:4010/', development: true };
    const response = ask('/');
    expect(response.headers.get('strict-transport-security')).toBeNull();
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("'unsafe-eval'");
    expect(policy).toContain("style-src 'self' 'unsafe-inline';");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:4010;");
  });
});
