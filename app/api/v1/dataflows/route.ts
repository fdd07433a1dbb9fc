import { apiRoute } from '@/server/api/api-route';
import { toDataflowsReply } from '@/server/api/monitor-reply';
import { operations } from '@/server/api/operations';
import { listDataflowHealth } from '@/server/monitoring/list-dataflows';

/** The dataflows of the token's sandbox with their health. */
export const GET = apiRoute(operations.listDataflows, async (_input, ctx) => ({
  data: toDataflowsReply(await listDataflowHealth(ctx)),
}));
