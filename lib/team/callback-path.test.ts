import { describe, expect, it } from 'vitest';
import { toCallbackPath } from './callback-path';

describe('the path to go to after signing in', () => {
  it.each(['/', '/onboardings/1/map?field=a%20b#top', '/dataflows?x=https://e.example', '/a/@b'])(
    'keeps %s',
    (path) => {
      expect(toCallbackPath(path)).toBe(path);
    },
  );

  it.each([
    '//e.example',
    '///e.example',
    '/\\e.example',
    '\\\\e.example',
    '/\t/e.example',
    '/\n/e.example',
    '/ /e',
    '/a\r\nset-cookie: x',
    '/.//e.example',
    '/a/..//e.example',
    '/%2e//e.example',
    'https://e.example',
    'javascript:alert(1)',
    'e.example',
    '',
    '/sign-in?callbackUrl=/sign-in',
    '/api/auth/signin',
    `/${'a'.repeat(3_000)}`,
    null,
    undefined,
    ['/a'],
    '/\u0000',
    '/a\u0085b',
  ])('sends %j to the start page', (path) => {
    expect(toCallbackPath(path)).toBe('/');
  });

  it('leaves an encoded line break encoded', () => {
    expect(toCallbackPath('/a%0d%0ab')).toBe('/a%0d%0ab');
  });
});
