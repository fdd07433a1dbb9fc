import { expect, it } from 'vitest';
import { expiryUrgency } from './home-view';

it('warns about a credential 30, 7 and 1 days ahead and after its end', () => {
  const day = 86_400_000;
  const left = [30 * day + 1, 30 * day, 7 * day + 1, 7 * day, day + 1, day, 1, 0, -day];
  expect(left.map((time) => expiryUrgency(1000 * day + time, 1000 * day))).toEqual([
    undefined,
    'last-month',
    'last-month',
    'last-week',
    'last-week',
    'last-day',
    'last-day',
    'expired',
    'expired',
  ]);
});
