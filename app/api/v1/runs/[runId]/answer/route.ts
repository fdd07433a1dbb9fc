import { apiRoute } from '@/server/api/api-route';
import { driveAfter } from '@/server/api/drive-request';
import { operations } from '@/server/api/operations';
import { answerConflict } from '@/server/provisioning/request-work';

/** Answers the question of a name that somebody else has. */
export const POST = apiRoute(operations.answerRun, ({ params, body }, ctx) =>
  driveAfter(ctx, params.runId, (scope) => answerConflict(ctx.db, scope, body)),
);
