import { describe, expect, it } from 'vitest';
import { dataflowIdSchema, onboardingIdSchema } from '@/lib/ids';
import { dataflowPath, dataflowRunsApiPath, mapPath, onboardingStepPath, signInPath } from './paths';

const id = '3f1c5e0a-0000-4000-8000-000000000001';

describe('addresses of the app', () => {
  it('puts the id into the address of its page', () => {
    expect([
      onboardingStepPath(onboardingIdSchema.parse(id), 'map'),
      dataflowPath(dataflowIdSchema.parse(id)),
      dataflowRunsApiPath(dataflowIdSchema.parse(id)),
    ]).toEqual([`/onboardings/${id}/map`, `/dataflows/${id}`, `/api/dataflows/${id}/runs`]);
  });

  it('names the resource path where an onboarding has several', () => {
    const onboardingId = onboardingIdSchema.parse(id);
    expect([
      mapPath(onboardingId, 'balance_transactions'),
      mapPath(onboardingId, 'a&b'),
      mapPath(onboardingId, ''),
    ]).toEqual([
      `/onboardings/${id}/map?path=balance_transactions`,
      `/onboardings/${id}/map?path=a%26b`,
      `/onboardings/${id}/map`,
    ]);
  });

  it('escapes the address that sign-in goes on to', () => {
    expect([signInPath(), signInPath('/a?b=c&d')]).toEqual([
      '/sign-in',
      '/sign-in?callbackUrl=%2Fa%3Fb%3Dc%26d',
    ]);
  });
});
