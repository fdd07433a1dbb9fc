import { expect, it } from 'vitest';
import { readTheme } from './theme';

it('follows the device unless the cookie holds a theme of ours', () => {
  expect(['dark', 'light', 'system', 'DARK', '"><script>', undefined].map(readTheme)).toEqual([
    'dark',
    'light',
    'system',
    'system',
    'system',
    'system',
  ]);
});
