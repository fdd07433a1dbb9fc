import { apiRoute } from '@/server/api/api-route';
import { toDataflowRunsReply } from '@/server/api/monitor-reply';
import { operations } from '@/server/api/operations';
import { loadDataflowRuns } from '@/server/monitoring/load-dataflow';

/** The newest flow runs of a dataflow. */
export const GET = apiRoute(operations.listFlowRuns, async ({ params }, ctx) => ({
  data: toDataflowRunsReply(await loadDataflowRuns(ctx, params.dataflowId)),
}));
