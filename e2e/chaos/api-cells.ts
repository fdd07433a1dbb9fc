/** Something that happens while a program has an onboarding created through the public API. */
export type ApiCell = {
  id: string;
  step: string;
  fault: string;
  kind: 'create' | 'kill' | 'many' | 'undo';
};

const creates = ['C2', 'C3a', 'C3b', 'C4', 'C5', 'C6', 'C7'];

function cross(kind: ApiCell['kind'], steps: readonly string[], faults: readonly string[]): ApiCell[] {
  return steps.flatMap((step) => faults.map((fault) => ({ id: `api/${step}/${fault}`, step, fault, kind })));
}

/**
 * What is played through the API: each create stored and not stored without an answer, what a person has to answer or
 * to settle, fifty submissions at once, undo, and a server that is killed while the request is on the wire or stored.
 */
export function apiCells(): ApiCell[] {
  return [
    ...cross('create', creates, ['F05', 'F07', 'F09']),
    ...cross('create', ['C7'], ['F17', 'F20']),
    ...cross('create', ['C3b'], ['F19b']),
    ...cross('many', ['C7'], ['F22']),
    ...cross('undo', ['D7', 'D4', 'D3b'], ['F05', 'F09']),
    ...cross('kill', ['C2', 'C4', 'C7'], ['K3', 'K4']),
  ];
}
