import { describe, expect, it } from 'vitest';
import { judgeHealth } from './dataflow-view';
import type { FlowRunStatus } from './flow-run';

const runs = (...statuses: FlowRunStatus[]) =>
  statuses.map((status) => ({ status, failedRecords: undefined }));
const enabled = { state: 'enabled', runsOnce: false } as const;

describe('the health of a dataflow', () => {
  it('is the outcome of the newest ended flow run', () => {
    const newest: FlowRunStatus[] = ['success', 'success-with-errors', 'failed', 'unknown'];
    expect(newest.map((status) => judgeHealth({ ...enabled, runs: runs(status, 'success') }))).toEqual([
      'healthy',
      'some-rejected',
      'failing',
      'unknown',
    ]);
  });

  it('stays failing while the next flow run is still under way', () => {
    expect(judgeHealth({ ...enabled, runs: runs('running', 'failed') })).toBe('failing');
  });

  it('is running when all before went well or nothing ran before', () => {
    expect(judgeHealth({ ...enabled, runs: runs('running', 'success') })).toBe('running');
    expect(judgeHealth({ ...enabled, runs: runs('queued') })).toBe('running');
  });

  it('waits before the first flow run', () => {
    expect(judgeHealth({ ...enabled, runs: [] })).toBe('waiting');
    expect(judgeHealth({ ...enabled, state: 'draft', runs: [] })).toBe('waiting');
  });

  it('is paused when disabled, whatever the last flow run did', () => {
    expect(judgeHealth({ ...enabled, state: 'disabled', runs: runs('failed') })).toBe('paused');
  });

  it('is finished when it runs once and has run', () => {
    expect(judgeHealth({ state: 'enabled', runsOnce: true, runs: runs('success') })).toBe('finished');
    expect(judgeHealth({ state: 'disabled', runsOnce: true, runs: runs('success') })).toBe('finished');
    expect(judgeHealth({ state: 'disabled', runsOnce: true, runs: [] })).toBe('paused');
  });

  it('does not guess when the platform does not say', () => {
    expect(judgeHealth({ ...enabled, state: 'unknown', runs: [] })).toBe('unknown');
  });
});
