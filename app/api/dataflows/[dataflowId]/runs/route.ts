import * as z from 'zod';
import { dataflowIdSchema } from '@/lib/ids';
import { loadDataflowRuns } from '@/server/monitoring/load-dataflow';
import { read } from '@/server/read';

/** Newest flow runs and health of a dataflow, for polling. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ dataflowId: dataflowIdSchema }) },
  ({ params }, ctx) => loadDataflowRuns(ctx, params.dataflowId),
);
