import type { Sandbox } from './contract';
import type { ResourceDocument } from './flow-service/flow-state';
import type { NewRun } from './ingestion/run-document';
import type { Switches } from './switches';

/** What Flow Service needs to know beyond one request. */
export type FlowRuntime = {
  pageSize: number;
  switches: () => Switches;
  /** Time outside, which moving the emulator's clock leaves alone: "in the past" is judged by the earlier clock. */
  realNowMs: () => number;
  /** When the sources' history ends and their live records begin, epoch milliseconds. */
  historyEndsMs: () => number;
  /** Says that a flow run is due at this moment of emulator time. */
  wake: (atMs: number) => void;
  /** Starts a run outside the schedule. */
  startRun: (sandbox: Sandbox, flow: ResourceDocument, run: Omit<NewRun, 'id' | 'etag'>) => ResourceDocument;
};
