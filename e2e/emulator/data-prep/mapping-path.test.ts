import { describe, expect, it } from 'vitest';
import { parsePath } from './mapping-path';

function shown(text: string): unknown {
  const parsed = parsePath(text);
  if (!parsed.ok) return 'refused';
  return parsed.segments.map((segment) =>
    segment.kind === 'name' ? segment.name : segment.kind === 'index' ? segment.index : '*',
  );
}

describe('parsePath', () => {
  it.each([
    ['a', ['a']],
    ['data.payment_method_details.card.last4', ['data', 'payment_method_details', 'card', 'last4']],
    ['a.b[0].c', ['a', 'b', 0, 'c']],
    ['a[*].b[2][*]', ['a', '*', 'b', 2, '*']],
    ['First\\.Name', ['First.Name']],
    ['address.street\\.name', ['address', 'street.name']],
    ['${First Name}.x', ['First Name', 'x']],
    ['${First\\.Name}', ['First.Name']],
    ['"quoted name".\'other\'', ['quoted name', 'other']],
    ['a["b c"]', ['a', 'b c']],
    ['${new}', ['new']],
    ['direct-mail', ['direct-mail']],
    ['größe.日本', ['größe', '日本']],
    ['__proto__', ['__proto__']],
  ])('reads %s', (text, segments) => {
    expect(shown(text)).toEqual(segments);
  });

  it.each([
    '',
    '.',
    'a.',
    '.a',
    'a..b',
    'a[',
    'a[x]',
    'a[-1]',
    'a[0',
    'a]b',
    '[0]',
    '${}',
    '${a',
    '"a',
    '""',
    'a b',
    'upper(a)',
    'a\\',
    'a[0]b',
    'x'.repeat(3000),
  ])('refuses %s', (text) => {
    expect(shown(text)).toBe('refused');
  });
});
