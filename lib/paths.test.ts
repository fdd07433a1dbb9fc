import { describe, expect, it } from 'vitest';
import { safeCallbackPath, signInPath } from './paths';

describe('where sign-in goes on to', () => {
  it('keeps a path of this app with its query', () => {
    expect(safeCallbackPath('/onboardings/1/map?row=3')).toBe('/onboardings/1/map?row=3');
  });

  it('takes the path from an address of this very origin', () => {
    expect(safeCallbackPath('https://tributary.example/dataflows', 'https://tributary.example')).toBe(
      '/dataflows',
    );
  });

  it.each([
    ['nothing', undefined],
    ['another origin', 'https://evil.example/'],
    ['an origin that only begins like ours', 'https://tributary.example.evil.example/'],
    ['an address without a scheme', '//evil.example'],
    ['a back slash that browsers read as a slash', '/\\evil.example'],
    ['a scheme', 'javascript:alert(1)'],
    ['a line end', '/a\nb'],
    ['the sign-in page itself', '/sign-in?callbackUrl=/'],
    ['an answer that is no page', '/api/dataflows'],
    ['an endless address', `/${'a'.repeat(3000)}`],
  ])('goes home for %s', (_what, callbackUrl) => {
    expect(safeCallbackPath(callbackUrl, 'https://tributary.example')).toBe('/');
  });

  it('escapes the address it carries', () => {
    expect(signInPath('/a?b=c&d')).toBe('/sign-in?callbackUrl=%2Fa%3Fb%3Dc%26d');
  });
});
