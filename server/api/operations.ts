import * as z from 'zod';
import { dataflowIdSchema, onboardingIdSchema, runIdSchema } from '@/lib/ids';
import { planFactsSchema } from '@/lib/plan/plan-facts';
import type { Permission } from '@/lib/team/roles';
import { answerInput } from '@/lib/wizard/inputs';
import { auditReplySchema, dataflowRunsReplySchema, dataflowsReplySchema } from './monitor-reply';
import {
  onboardingReplySchema,
  planReplySchema,
  putOnboardingBody,
  startOnboardingBody,
} from './onboarding-reply';
import { ledgerReplySchema, runReplySchema } from './run-reply';

const none = z.strictObject({});

/** One operation of the HTTP API: what its route checks and what its document says. */
export type Operation = {
  method: 'GET' | 'POST' | 'PUT';
  /** Below `/api/v1`, with `{name}` for parameters. */
  path: `/${string}`;
  summary: string;
  permission: Permission;
  params: z.ZodType;
  query: z.ZodType;
  /** Undefined for a request without a body. */
  body: z.ZodType | undefined;
  header?: 'If-Match' | 'Idempotency-Key';
  status: 200 | 201 | 202;
  reply: z.ZodType;
};

const anOnboarding = z.strictObject({ onboardingId: onboardingIdSchema });
const aRun = z.strictObject({ runId: runIdSchema });
const runBody = z.strictObject({
  planHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'The hash of the plan that was reviewed.')
    .describe('Of the plan that was read: nothing else is created.'),
  facts: planFactsSchema.describe('As they were read with the plan.'),
});

/** Every operation below `/api/v1`; a test compares them with the routes. */
export const operations = {
  startOnboarding: {
    method: 'POST',
    path: '/onboardings',
    summary: 'Start an onboarding of a source in the token’s sandbox',
    permission: 'onboarding.edit',
    params: none,
    query: none,
    body: startOnboardingBody,
    status: 201,
    reply: onboardingReplySchema,
  },
  getOnboarding: {
    method: 'GET',
    path: '/onboardings/{onboardingId}',
    summary: 'Read an onboarding',
    permission: 'onboarding.view',
    params: anOnboarding,
    query: none,
    body: undefined,
    status: 200,
    reply: onboardingReplySchema,
  },
  putOnboarding: {
    method: 'PUT',
    path: '/onboardings/{onboardingId}',
    summary: 'Save everything that is decided about an onboarding',
    permission: 'onboarding.edit',
    params: anOnboarding,
    query: none,
    body: putOnboardingBody,
    header: 'If-Match',
    status: 200,
    reply: onboardingReplySchema,
  },
  getPlan: {
    method: 'GET',
    path: '/onboardings/{onboardingId}/plan',
    summary: 'Read the objects that a run would create, or what keeps it from that',
    permission: 'onboarding.view',
    params: anOnboarding,
    query: none,
    body: undefined,
    status: 200,
    reply: planReplySchema,
  },
  startRun: {
    method: 'POST',
    path: '/onboardings/{onboardingId}/runs',
    summary: 'Create what the plan says; a repetition with the same key answers the same run',
    permission: 'dataflow.create',
    params: anOnboarding,
    query: none,
    body: runBody,
    header: 'Idempotency-Key',
    status: 202,
    reply: runReplySchema,
  },
  getRun: {
    method: 'GET',
    path: '/runs/{runId}',
    summary: 'Read how far a run is',
    permission: 'onboarding.view',
    params: aRun,
    query: none,
    body: undefined,
    status: 200,
    reply: runReplySchema,
  },
  resumeRun: {
    method: 'POST',
    path: '/runs/{runId}/resume',
    summary: 'Let a run go on that rests; harmless for one that is at work',
    permission: 'dataflow.create',
    params: aRun,
    query: none,
    body: undefined,
    status: 202,
    reply: runReplySchema,
  },
  answerRun: {
    method: 'POST',
    path: '/runs/{runId}/answer',
    summary: 'Answer the question of a name that somebody else has',
    permission: 'dataflow.create',
    params: aRun,
    query: none,
    body: answerInput.omit({ runId: true }),
    status: 202,
    reply: runReplySchema,
  },
  undoRun: {
    method: 'POST',
    path: '/runs/{runId}/undo',
    summary: 'Remove what an unfinished run has made',
    permission: 'dataflow.create',
    params: aRun,
    query: none,
    body: undefined,
    status: 202,
    reply: runReplySchema,
  },
  getLedger: {
    method: 'GET',
    path: '/runs/{runId}/ledger',
    summary: 'Read the ledger of a run',
    permission: 'onboarding.view',
    params: aRun,
    query: none,
    body: undefined,
    status: 200,
    reply: ledgerReplySchema,
  },
  listDataflows: {
    method: 'GET',
    path: '/dataflows',
    summary: 'List the dataflows of the sandbox with their health',
    permission: 'onboarding.view',
    params: none,
    query: none,
    body: undefined,
    status: 200,
    reply: dataflowsReplySchema,
  },
  listFlowRuns: {
    method: 'GET',
    path: '/dataflows/{dataflowId}/runs',
    summary: 'List the newest flow runs of a dataflow',
    permission: 'onboarding.view',
    params: z.strictObject({ dataflowId: dataflowIdSchema }),
    query: none,
    body: undefined,
    status: 200,
    reply: dataflowRunsReplySchema,
  },
  listAudit: {
    method: 'GET',
    path: '/audit',
    summary: 'Read who did what in the sandbox, newest first',
    permission: 'audit.view',
    params: none,
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    body: undefined,
    status: 200,
    reply: auditReplySchema,
  },
} as const satisfies Record<string, Operation>;
