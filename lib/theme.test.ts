import { describe, expect, it } from 'vitest';
import { readTheme, themeCookieText } from './theme';

describe('the theme cookie', () => {
  it('follows the device unless it holds a theme of ours', () => {
    expect(['dark', 'light', 'system', 'DARK', '"><script>', undefined].map(readTheme)).toEqual([
      'dark',
      'light',
      'system',
      'system',
      'system',
      'system',
    ]);
  });

  it('lasts a year on this site, and is removed when the device decides', () => {
    expect(themeCookieText('dark', true)).toBe(
      'tributary-theme=dark; path=/; max-age=31536000; samesite=lax; secure',
    );
    expect(themeCookieText('system', false)).toBe('tributary-theme=system; path=/; max-age=0; samesite=lax');
  });
});
