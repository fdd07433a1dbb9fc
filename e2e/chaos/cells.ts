import type { PlanKey } from '@/lib/plan/plan';

/** One square of the matrix: a fault on a step, or something that happens to a process. */
export type Cell = { id: string; group: CellGroup; step: string; fault: string; title: string };

export const cellGroups = ['creates', 'reads', 'update', 'deletes', 'process', 'further'] as const;
export type CellGroup = (typeof cellGroups)[number];

export const createSteps = ['C1', 'C2', 'C3a', 'C3b', 'C4', 'C5', 'C6', 'C7'] as const;
/** Kinds that came after the matrix was counted: a class, an identity, a schema's place in Profile, fields of a field group. */
const furtherSteps = ['C8', 'C9', 'C10', 'C11'] as const;
const readSteps = ['A0', 'G1', 'G2', 'G3', 'G4', 'G5'] as const;
const deleteSteps = ['D7', 'D5', 'D2', 'D1', 'D4', 'D3b', 'D3a'] as const;

/** What each fault is, in a few words. */
const faultTitles: Readonly<Record<string, string>> = {
  F01: '429 with Retry-After in seconds',
  F02: '429 with Retry-After as a date',
  F03: '429 without Retry-After',
  F04: '500, nothing stored',
  F05: '500, stored',
  F06: '503',
  F07: 'no answer, stored',
  F08: 'no answer, not stored',
  F09: 'reset before the answer',
  F10: 'reset in mid-body, stored',
  F11: 'truncated JSON, stored',
  F12: '200 with an error body',
  F13: 'HTML from a gateway',
  F14: 'a byte at a time, stored',
  F15: 'oversize answer, stored',
  F16: 'token expired in mid-run',
  F17: 'permission removed',
  F18: 'stale etag',
  F19a: 'conflict with our own object',
  F19b: 'conflict with a foreign object',
  F19c: 'in use on delete',
  F20: 'quota used up',
  F21: 'created object invisible for a while',
  F27: 'request executed late',
  F29: 'redirect to another host',
  F30: 'look-up fails',
};

const all = Object.keys(faultTitles);
const faultsOf = {
  creates: all.filter((fault) => fault !== 'F18' && fault !== 'F19c'),
  reads: 'F01 F02 F03 F04 F06 F08 F09 F10 F11 F12 F13 F14 F15 F16 F17 F29'.split(' '),
  update: all.filter((fault) => fault <= 'F18' || fault === 'F29'),
  deletes: 'F01 F03 F04 F05 F06 F07 F08 F09 F10 F12 F13 F16 F17 F19c F29'.split(' '),
};

const processFaults: readonly (readonly [fault: string, title: string, steps: readonly string[]])[] = [
  ['F22', 'many submissions at once', ['double-click', 'two-tabs', 'fifty-parallel', 'two-people']],
  ['K1', 'killed before the intent', createSteps],
  ['K2', 'killed after the intent', createSteps],
  ['K3', 'killed with the request on the wire', createSteps],
  ['K4', 'killed when stored but unanswered', createSteps],
  ['K5', 'killed when answered but not recorded', createSteps],
  ['F24a', 'database down before the intent', createSteps],
  ['F24b', 'database down between answer and record', createSteps],
  ['F25', 'database full', createSteps],
  ['F26', 'clock moved', ['+10min', '-10min', '+1day', '-1day']],
  ['F28', 'function ended with the request on the wire, executed afterwards', createSteps],
];

function cross(group: CellGroup, steps: readonly string[], faults: readonly string[]): Cell[] {
  return steps.flatMap((step) =>
    faults.map((fault) => ({
      id: `${step}/${fault}`,
      group,
      step,
      fault,
      title: faultTitles[fault] ?? '',
    })),
  );
}

/**
 * The same faults on the further kinds. A schema's place in Profile and the fields of a field group are no objects of their
 * own: they have no second one, and nothing of them can be invisible.
 */
export function furtherCells(): Cell[] {
  const isForChange = (fault: string) => fault !== 'F19a' && fault !== 'F21';
  return [
    ...cross('further', ['C8', 'C9'], faultsOf.creates),
    ...cross('further', ['C10', 'C11'], faultsOf.creates.filter(isForChange)),
    ...cross('further', ['D8', 'D9'], faultsOf.deletes),
    ...processFaults.flatMap(([fault, title, steps]) =>
      steps === createSteps
        ? furtherSteps.map((step) => ({
            id: `${step}/${fault}`,
            group: 'further' as const,
            step,
            fault,
            title,
          }))
        : [],
    ),
  ];
}

/** Whether a fault is one of those that happen to a process. */
export function isProcessFault(fault: string): boolean {
  return processFaults.some(([name]) => name === fault);
}

/** The kind of object that a step of the matrix makes, as plans and ledgers name it; undefined for an account. */
export const kindOfStep: Readonly<Record<string, PlanKey>> = {
  C2: 'sourceConnection',
  C3a: 'fieldGroup',
  C3b: 'schema',
  C4: 'dataset',
  C5: 'targetConnection',
  C6: 'mappingSet',
  C7: 'dataflow',
  C8: 'schemaClass',
  C9: 'identity',
  C10: 'profileSchema',
  C11: 'fieldGroupExtension',
};

/** The whole matrix, always in this order. */
export function allCells(): Cell[] {
  return [
    ...cross('creates', createSteps, faultsOf.creates),
    ...cross('reads', readSteps, faultsOf.reads),
    ...cross('update', ['U1'], faultsOf.update),
    ...cross('deletes', deleteSteps, faultsOf.deletes),
    ...processFaults.flatMap(([fault, title, steps]) =>
      steps.map((step) => ({ id: `${step}/${fault}`, group: 'process' as const, step, fault, title })),
    ),
  ];
}

/**
 * What every change is tested with: all creates of the dataflow, every fault that leaves something behind, and one step
 * for each other fault. Processes that have to be started are left to the full matrix.
 */
export function subset(): Cell[] {
  const isTelling = (fault: string) => ['F05', 'F10', 'F21', 'F27'].includes(fault);
  const further = furtherCells().filter(({ id }) =>
    ['C8/F05', 'C9/F05', 'C10/F05', 'C11/F07', 'D9/F07'].includes(id),
  );
  const counted = allCells().filter(({ group, step, fault }, index) => {
    if (group === 'process') return fault === 'F22' || fault === 'F26' || fault === 'F24b' || fault === 'F25';
    if (group === 'creates') return step === 'C7' || isTelling(fault) || index % 8 === 0;
    return index % 8 === 0;
  });
  return [...counted, ...further];
}
