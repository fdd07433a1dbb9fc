import { describe, expect, test } from 'vitest';
import { baseConnectionIdSchema } from '@/lib/ids';
import { emptyMappingHistory } from '@/lib/mapping/mapping';
import { packHistory } from '@/lib/mapping/stored-history';
import { type Draft, emptyDraft, type NewTarget, type PathPart } from '@/lib/wizard/draft';
import { findProblems } from './find-problems';

const aTarget = (subject: string): NewTarget => ({
  kind: 'create',
  fieldGroupTitle: `${subject} fields`,
  schemaTitle: subject,
  datasetName: `${subject} dataset`,
  container: 'data',
});
const mapping = packHistory({
  ...emptyMappingHistory,
  state: {
    mappings: [{ id: '1', kind: 'attribute', source: 'data.id', target: '_acme.data.id' }],
    unmappedOnPurpose: [],
  },
});
const aPath = (resourcePath: string, changes: Partial<PathPart> = {}): PathPart => ({
  resourcePath,
  sourceSchema: { type: 'object' },
  exploredAtMs: 1,
  target: aTarget(resourcePath),
  mapping,
  ...changes,
});

function aDraft(paths: PathPart[]): Draft {
  return {
    ...emptyDraft('stripe'),
    connect: {
      baseConnectionId: baseConnectionIdSchema.parse('a9950001-a386-4642-a0cd-5eaac6db5556'),
      accountName: 'Stripe',
      madeHere: true,
    },
    paths,
    schedule: { frequency: 'once', startTimeSeconds: 2_000_000_000, timeZone: 'UTC' },
  };
}

describe('problems before a plan', () => {
  test('a complete draft of several paths has none', () => {
    expect(findProblems(aDraft([aPath('charges'), aPath('refunds')]), 1_999_000_000)).toEqual([]);
  });

  test('each missing part names the step that settles it', () => {
    expect(findProblems(emptyDraft('stripe'), 0).map(({ step }) => step)).toEqual([
      'connect',
      'data',
      'schedule',
    ]);
  });

  test('what is missing for one path names the path', () => {
    const paths = [aPath('charges'), aPath('refunds', { target: null, mapping: null })];
    expect(findProblems(aDraft(paths), 1_999_000_000)).toEqual([
      { step: 'map', resourcePath: 'refunds', sentence: 'Choose where the records go.' },
      { step: 'map', resourcePath: 'refunds', sentence: 'Map at least one field.' },
    ]);
  });

  test('two paths that want to make the same thing are told before anything is sent', () => {
    const target = { ...aTarget('refunds'), schemaTitle: 'charges' };
    expect(findProblems(aDraft([aPath('charges'), aPath('refunds', { target })]), 1_999_000_000)).toEqual([
      {
        step: 'map',
        resourcePath: 'refunds',
        sentence: 'The schema for charges is called “charges” too. Choose another name for one of them.',
      },
    ]);
  });

  test('a start that has passed is a problem of the schedule', () => {
    expect(findProblems(aDraft([aPath('charges')]), 2_000_000_001)).toEqual([
      { step: 'schedule', sentence: 'This time has passed. Choose a time from now on.' },
    ]);
  });

  test('a source that nobody defines any more is said', () => {
    expect(findProblems(emptyDraft('fax'), 0)[0]?.sentence).toContain('no longer offered');
  });
});
