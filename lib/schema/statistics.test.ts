import { expect, it } from 'vitest';
import { collectStatistics } from './statistics';

it('counts filled and distinct values and says what they look like', () => {
  const statistics = collectStatistics([
    {
      data: {
        email: 'jenny@example.com',
        created: 1679090539,
        currency: 'usd',
        tags: [{ id: 'a' }, { id: '' }],
      },
    },
    { data: { email: null, created: 1679090540, currency: 'usd', tags: [] } },
  ]);
  expect(Object.fromEntries(statistics)).toEqual({
    data: { filledShare: 1, distinct: 0, examples: [], hints: [] },
    'data.email': {
      filledShare: 0.5,
      distinct: 1,
      examples: ['j•••@e•••.com'],
      hints: ['email'],
      lengths: [17, 17],
    },
    'data.created': {
      filledShare: 1,
      distinct: 2,
      examples: ['1679090539', '1679090540'],
      hints: ['epoch-seconds'],
      numbers: [1679090539, 1679090540],
    },
    'data.currency': { filledShare: 1, distinct: 1, examples: ['usd'], hints: ['currency'], lengths: [3, 3] },
    'data.tags': { filledShare: 1, distinct: 0, examples: [], hints: [] },
    'data.tags[*].id': { filledShare: 0.5, distinct: 1, examples: ['a'], hints: [], lengths: [1, 1] },
  });
});

it('values that look the same when masked are one example', () => {
  const statistics = collectStatistics(['ch_1a2B3c4D', 'ch_5e6F7g8H', 'in_9i0J1k2L'].map((id) => ({ id })));
  expect(statistics.get('id')).toMatchObject({ distinct: 3, examples: ['ch_••••', 'in_••••'] });
});
