import { apiRoute } from '@/server/api/api-route';
import { driveAfter } from '@/server/api/drive-request';
import { operations } from '@/server/api/operations';
import { requestUndo } from '@/server/provisioning/request-work';

/** Removes what an unfinished run has made. */
export const POST = apiRoute(operations.undoRun, ({ params }, ctx) =>
  driveAfter(ctx, params.runId, (scope) => requestUndo(ctx.db, scope)),
);
