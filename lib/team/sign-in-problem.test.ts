import { describe, expect, it } from 'vitest';
import { describeSignInProblem, signInProblems } from './sign-in-problem';

describe('a sign-in that did not work', () => {
  it('is explained in its own words for each reason of ours', () => {
    const sentences = signInProblems.map(describeSignInProblem);
    expect(new Set(sentences).size).toBe(signInProblems.length);
    expect(sentences).not.toContain(describeSignInProblem('something else'));
  });

  it('never repeats what stood in the address', () => {
    expect(describeSignInProblem('<b>canary</b>')).not.toContain('canary');
  });

  it('is not made up when there is no error', () => {
    expect([describeSignInProblem(undefined), describeSignInProblem('')]).toEqual([undefined, undefined]);
  });
});
