'use client';

import { queryOptions, useQuery } from '@tanstack/react-query';
import { readJson } from '@/components/shell/read-json';
import { dataflowRunsSchema } from '@/lib/dataflow/dataflow-runs-schema';
import type { DataflowRunsView } from '@/lib/dataflow/dataflow-view';
import type { DataflowId, SandboxName } from '@/lib/ids';
import { dataflowRunsApiPath } from '@/lib/paths';

const pollMs = 10_000;

/** The newest flow runs of a dataflow; keys hold the sandbox, because ids of two sandboxes never mix. */
export function dataflowRunsQuery(sandboxName: SandboxName, dataflowId: DataflowId) {
  return queryOptions({
    queryKey: ['dataflow-runs', sandboxName, dataflowId],
    queryFn: ({ signal }) =>
      readJson(dataflowRunsApiPath(dataflowId), (body) => dataflowRunsSchema.safeParse(body).data, signal),
  });
}

/** Follows the flow runs while the page is visible, starting from what the server already read. */
export function useDataflowRuns(
  sandboxName: SandboxName,
  dataflowId: DataflowId,
  initialRuns: DataflowRunsView | undefined,
) {
  return useQuery({
    ...dataflowRunsQuery(sandboxName, dataflowId),
    refetchInterval: pollMs,
    refetchIntervalInBackground: false,
    ...(initialRuns && { initialData: initialRuns, initialDataUpdatedAt: initialRuns.readAtMs }),
  });
}
