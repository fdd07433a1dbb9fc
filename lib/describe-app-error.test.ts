import { describe, expect, it } from 'vitest';
import type { AppError } from './app-error';
import { describeAppError } from './describe-app-error';

const everyKind: readonly AppError[] = [
  { kind: 'invalid-input', fieldErrors: { name: 'Enter a name.' } },
  { kind: 'signed-out' },
  { kind: 'not-allowed', permission: 'Manage sources' },
  { kind: 'not-found', what: 'the dataset' },
  { kind: 'stale', what: 'the draft' },
  { kind: 'rate-limited', retryAfterSeconds: 12 },
  { kind: 'platform-rejected', status: 400, title: 'Bad schedule', detail: 'Too short.', code: 'FLOW-1' },
  { kind: 'platform-unavailable', cause: 'timeout', requestId: 'r1' },
  { kind: 'outcome-unknown', what: 'the dataset', requestId: 'r2' },
  { kind: 'source-refused', reason: 'key-invalid' },
  { kind: 'source-refused', reason: 'key-expired' },
  { kind: 'source-refused', reason: 'permission-missing', detail: 'Charges: read is missing.' },
  { kind: 'source-refused', reason: 'host-unreachable' },
  { kind: 'unexpected', incidentId: 'i1' },
];

describe('failures in plain words', () => {
  it.each(everyKind.map((error) => [error.kind, error] as const))(
    'gives %s a title and a remedy',
    (_kind, error) => {
      const words = describeAppError(error);
      const all = Object.values(words).join(' ');
      expect(words.title).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(words.remedy).toMatch(/\.$/);
      expect(all).not.toMatch(/something went wrong|undefined|\[object/i);
    },
  );

  it('never calls an outcome that is not known a failure', () => {
    const words = describeAppError({ kind: 'outcome-unknown', what: 'the dataset', requestId: 'r2' });
    expect(words).toEqual({
      title: 'We do not know yet whether the dataset was created',
      body: 'The request was sent, but no answer arrived. It may have been carried out.',
      remedy: 'Check before you try again, so that it does not exist twice.',
      reference: 'r2',
    });
    expect(Object.values(words).join(' ')).not.toMatch(/fail|error/i);
  });

  it('keeps the reason and the code of the platform', () => {
    expect(
      describeAppError({
        kind: 'platform-rejected',
        status: 400,
        title: 'Bad schedule',
        detail: 'Too short.',
        code: 'F1',
      }),
    ).toEqual({
      title: 'Adobe refused this: Bad schedule',
      body: 'Too short. Adobe’s code is F1.',
      remedy: 'Change what the reason names, then try again. Repeating the same request will not help.',
    });
  });

  it('rounds a wait up, to minutes when it is long', () => {
    const bodies = [0.2, 12, 121].map((retryAfterSeconds) => {
      return describeAppError({ kind: 'rate-limited', retryAfterSeconds }).body;
    });
    expect(bodies).toEqual([
      'Adobe asks to wait 1 second.',
      'Adobe asks to wait 12 seconds.',
      'Adobe asks to wait 3 minutes.',
    ]);
  });
});
