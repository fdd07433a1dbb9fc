import { apiRoute } from '@/server/api/api-route';
import { driveAfter } from '@/server/api/drive-request';
import { operations } from '@/server/api/operations';
import { requestResume } from '@/server/provisioning/request-work';

/** Lets a run go on that rests. */
export const POST = apiRoute(operations.resumeRun, ({ params }, ctx) =>
  driveAfter(ctx, params.runId, (scope) => requestResume(ctx.db, scope)),
);
