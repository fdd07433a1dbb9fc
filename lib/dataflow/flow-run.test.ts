import { describe, expect, it } from 'vitest';
import { normaliseDataflowState } from './dataflow';
import { explainErrorCode } from './error-codes';
import { isFlowRunEnded, isFlowRunRetriable, normaliseFlowRunStatus } from './flow-run';

describe('normaliseFlowRunStatus', () => {
  it.each([
    ['success', 0, 'success'],
    ['success', 1, 'success-with-errors'],
    ['COMPLETED', 0, 'success'],
    ['PARTIAL_SUCCESS', 0, 'success-with-errors'],
    ['partialFailure', 3, 'success-with-errors'],
    ['Failed', 0, 'failed'],
    ['failed', 7, 'failed'],
    ['inProgress', 0, 'running'],
    ['IN_PROGRESS', 0, 'running'],
    ['QUEUED', 0, 'queued'],
    ['SCHEDULED', 0, 'queued'],
    ['constructor', 0, 'unknown'],
    ['', 0, 'unknown'],
    [undefined, 0, 'unknown'],
  ])('reads %j with %i failed records as %s', (status, failed, expected) => {
    expect(normaliseFlowRunStatus(status, failed)).toBe(expected);
  });
});

describe('flow runs', () => {
  it('have ended when success or failure is certain', () => {
    expect(
      (['success', 'success-with-errors', 'failed', 'running', 'queued', 'unknown'] as const).map((status) =>
        isFlowRunEnded({ status }),
      ),
    ).toEqual([true, true, true, false, false, false]);
  });

  it('can be repeated after a failure, or when they brought nothing in', () => {
    expect([
      isFlowRunRetriable({ status: 'failed', outputRecords: undefined }),
      isFlowRunRetriable({ status: 'success', outputRecords: 0 }),
      isFlowRunRetriable({ status: 'success', outputRecords: 1 }),
      isFlowRunRetriable({ status: 'success', outputRecords: undefined }),
      isFlowRunRetriable({ status: 'running', outputRecords: 0 }),
    ]).toEqual([true, true, false, false, false]);
  });
});

describe('normaliseDataflowState', () => {
  it.each([
    ['enabled', 'enabled'],
    ['ENABLED', 'enabled'],
    ['disabled', 'disabled'],
    ['draft', 'draft'],
    ['enabled-finalizing', 'changing'],
    ['updating', 'changing'],
    ['delete-finalizing', 'deleting'],
    ['toString', 'unknown'],
  ])('reads %j as %s', (state, expected) => {
    expect(normaliseDataflowState(state)).toBe(expected);
  });
});

describe('explainErrorCode', () => {
  it('tells the run-time connector error from the organisation error of the same number', () => {
    expect([
      explainErrorCode('CONNECTOR-2001-500')?.meaning,
      explainErrorCode('FLOW-2000-401')?.meaning,
      explainErrorCode('CONNECTOR-2000-401'),
    ]).toEqual([
      'The records were read from the source but could not all be written to the dataset.',
      'The credential has no access to this organization.',
      undefined,
    ]);
  });

  it('knows the sources’ own numbers under any name', () => {
    expect(explainErrorCode('CONNECTOR-1360-400')).toEqual(explainErrorCode('FLOW-1360-400'));
  });

  it.each(['FLOW-9999-400', '429050', 'constructor', '', 'CONNECTOR-1418-400'])(
    'says nothing of %j',
    (code) => {
      expect(explainErrorCode(code)).toBeUndefined();
    },
  );
});
