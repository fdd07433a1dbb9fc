import { expect, it } from 'vitest';
import { readTimeZone } from './time-zone';

it('believes only zones that exist', () => {
  const cookies = ['Europe/Vienna', 'Mars/Base', '', '<script>', 'x'.repeat(65), undefined];
  expect(cookies.map(readTimeZone)).toEqual(['Europe/Vienna', 'UTC', 'UTC', 'UTC', 'UTC', 'UTC']);
});
