import type { Sandbox } from '../contract';
import { flowState, type ResourceDocument } from './flow-state';

/** A dataflow as `GET` shows it: with its parents' specs and the link to its runs. */
export function describeFlow(sandbox: Sandbox, flow: ResourceDocument): unknown {
  const state = flowState(sandbox);
  const sourceConnections = parentsOf(flow.sourceConnectionIds, state.sourceConnections).map((connection) => {
    const baseConnection = state.connections[String(connection.baseConnectionId)];
    return {
      id: connection.id,
      connectionSpec: connection.connectionSpec,
      ...(baseConnection
        ? { baseConnection: { id: baseConnection.id, connectionSpec: baseConnection.connectionSpec } }
        : {}),
    };
  });
  const targetConnections = parentsOf(flow.targetConnectionIds, state.targetConnections).map(
    (connection) => ({
      id: connection.id,
      connectionSpec: connection.connectionSpec,
    }),
  );
  return {
    ...flow,
    inheritedAttributes: {
      sourceConnections,
      targetConnections,
      properties: { isSourceFlow: true },
    },
    runs: `/runs?property=flowId==${flow.id}`,
  };
}

function parentsOf(ids: unknown, table: Record<string, ResourceDocument>): ResourceDocument[] {
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((id) => {
    const found = typeof id === 'string' ? table[id] : undefined;
    return found ? [found] : [];
  });
}
