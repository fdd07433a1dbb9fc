import { expect, it } from 'vitest';
import { toSignInError } from './sign-in-error';

it('passes on known codes only', () => {
  const codes = ['not-a-member', 'access_denied', '<b>', 'x\r\nset-cookie: a=b', '', 'toString'];
  expect(codes.map(toSignInError)).toEqual([
    'not-a-member',
    'access_denied',
    'Callback',
    'Callback',
    'Callback',
    'Callback',
  ]);
});
