import type { Core } from '../core';
import { flowServiceName, flowState } from '../flow-service/flow-state';
import { settleTransitions } from '../flow-service/transitions';
import { nextEventMs, runDueOfFlow } from './runs-of-flow';

export type Ingestion = {
  /** Brings all dataflows up to the emulator's time. Cheap when nothing is due. */
  settle: () => void;
  /** Says that something is due at this moment. */
  wake: (atMs: number) => void;
  /** After the world was replaced: look at every dataflow again. */
  forget: () => void;
};

/** Makes scheduled flow runs happen whenever the world is looked at. */
export function createIngestion(getCore: () => Core): Ingestion {
  // Minus infinity: not looked yet.
  let earliestMs = Number.NEGATIVE_INFINITY;

  function settle(): void {
    const core = getCore();
    const nowMs = core.nowMs();
    if (nowMs < earliestMs) return;
    let next = Number.POSITIVE_INFINITY;
    for (const organisation of Object.values(core.world.organisations)) {
      for (const sandbox of Object.values(organisation.sandboxes)) {
        if (sandbox.services[flowServiceName] === undefined) continue;
        next = Math.min(next, settleTransitions(sandbox, core, nowMs));
        for (const flow of Object.values(flowState(sandbox).flows)) {
          if (nextEventMs(sandbox, flow) <= nowMs) runDueOfFlow(core, organisation, sandbox, flow, nowMs);
          next = Math.min(next, nextEventMs(sandbox, flow));
        }
      }
    }
    earliestMs = next;
  }

  return {
    settle,
    wake: (atMs) => {
      earliestMs = Math.min(earliestMs, atMs);
    },
    forget: () => {
      earliestMs = Number.NEGATIVE_INFINITY;
    },
  };
}
