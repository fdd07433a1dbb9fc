import { expect, it } from 'vitest';
import { readAppError } from './read-app-error';

it('takes a failure of ours out of an answer', () => {
  const error = { kind: 'rate-limited', retryAfterSeconds: 3 };
  expect(readAppError({ error })).toEqual(error);
  const rejected = { kind: 'platform-rejected', status: 400, title: 'Bad', code: 'F1', requestId: 'r' };
  expect(readAppError({ error: rejected })).toEqual(rejected);
});

it.each([
  ['a page of a gateway', '<html>'],
  ['nothing', null],
  ['a kind that does not exist', { error: { kind: 'broken' } }],
  ['a kind without its facts', { error: { kind: 'not-found' } }],
])('finds none in %s', (_what, body) => {
  expect(readAppError(body)).toBeUndefined();
});
