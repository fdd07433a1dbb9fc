import type { AppError } from '@/lib/app-error';
import { describeAppError } from '@/lib/describe-app-error';
import type { MovedFact } from '@/lib/plan/plan-facts';
import { statusOf } from '@/server/status-of';

/** An answer of the HTTP API that is not the one asked for, in the form of RFC 9457. */
export type Problem = {
  /** `urn:tributary:problem:` and a word that programs can rely on. */
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** One sentence for each field that has to change. */
  errors?: Record<string, string>;
  /** The run that stands in the way, or that the same key has started. */
  runId?: string;
  /** What a plan stands on and is no longer as it was. */
  moved?: readonly MovedFact[];
  /** For support: the platform's request id or our incident id. */
  reference?: string;
};

/** Refusals that only the HTTP API knows: what a browser never sends. */
const ownProblems = {
  'token-refused': [401, 'This token opens nothing', 'It is missing, wrong, expired or revoked.'],
  'not-json': [415, 'Send JSON', 'The body has to be JSON, with content-type application/json.'],
  'body-unreadable': [400, 'The body is no JSON', 'It could not be read to its end.'],
  'body-too-large': [413, 'The body is too large', 'At most 1 MB is taken.'],
  'version-missing': [428, 'Send If-Match', 'Name the version that the change is based on: its etag.'],
  'version-moved': [
    412,
    'Somebody else has saved since',
    'Read the onboarding again, and apply the change to it.',
  ],
  'key-missing': [
    400,
    'Send Idempotency-Key',
    'A UUID that is new for each run and the same for each repetition.',
  ],
  'key-reused': [422, 'This key was used for another plan', 'Use a new key for another plan.'],
  'run-exists': [
    409,
    'Another run stands in the way',
    'It is at work, or has created this onboarding already.',
  ],
  'no-such-route': [404, 'There is no such route', 'What there is stands in /api/v1/openapi.json.'],
} as const satisfies Record<string, readonly [status: number, title: string, detail: string]>;

export type OwnProblem = keyof typeof ownProblems;

/** Thrown inside a route for a refusal that only the HTTP API knows. */
export class ApiRefusal extends Error {
  constructor(
    readonly kind: OwnProblem,
    readonly facts: Pick<Problem, 'runId'> = {},
  ) {
    super(kind);
    this.name = 'ApiRefusal';
  }
}

/** The body for a refusal of our own. */
export function toOwnProblem(kind: OwnProblem, facts: Pick<Problem, 'runId'> = {}): Problem {
  const [status, title, detail] = ownProblems[kind];
  return { type: `urn:tributary:problem:${kind}`, title, status, detail, ...facts };
}

/** The body for a failure of a use case. */
export function toProblem(error: AppError): Problem {
  if (error.kind === 'stale' && error.what === 'draft') return toOwnProblem('version-moved');
  const { title, body, remedy, reference } = describeAppError(error);
  return {
    type: `urn:tributary:problem:${error.kind}`,
    title,
    status: statusOf(error),
    detail: `${body} ${remedy}`.trim(),
    ...(error.kind === 'invalid-input' && { errors: error.fieldErrors }),
    ...(error.kind === 'stale' && error.moved && { moved: error.moved }),
    ...(reference !== undefined && { reference }),
  };
}
