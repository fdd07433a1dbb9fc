import { isObject } from '../plain-json';

export const actionTypes = [
  'status',
  'delay',
  'hang',
  'reset',
  'fin',
  'truncate',
  'body',
  'throttle',
  'tokenRevoke',
  'tokenExpire',
  'etagStale',
  'lateExecute',
  'listPartial',
  'invisible',
  'barrier',
] as const;

export type FaultAction = {
  type: (typeof actionTypes)[number];
  /** Duration of delay, hang, lateExecute and invisible, milliseconds. */
  ms?: number;
  status?: number;
  code?: string;
  /** A literal body for `status`; the name of a canned one for `body`: html, error200 or emptyJson. */
  body?: unknown;
  /** Seconds, or `date` for an HTTP date a minute from now, or `none`. */
  retryAfter?: number | 'date' | 'none';
  /** Name of the barrier. */
  name?: string;
  /** Variant of listPartial: dropRows (default), ignoreFilter or loopToken. */
  mode?: string;
  /** Bytes sent before `truncate` cuts. */
  bytes?: number;
};

export type FaultRule = {
  id: string;
  match: { op: string; org: string; sandbox: string; bodyHas: string };
  when: { nth: number[]; every: number; first: number; p: number; max: number; fromMs: number; toMs: number };
  phase: 'before' | 'after';
  action: FaultAction;
  compose: boolean;
};

/** Reads `PUT /__emu/faults`. Throws an error that names the first thing wrong. */
export function parseFaultPlan(body: unknown): { seed: number; rules: FaultRule[] } {
  if (!isObject(body) || !Array.isArray(body.rules)) throw new Error('faults: expected {seed, rules: []}');
  return {
    seed: typeof body.seed === 'number' ? body.seed : 0,
    rules: body.rules.map((rule, index) => parseRule(rule, index)),
  };
}

function parseRule(value: unknown, index: number): FaultRule {
  const where = `faults: rule ${index}`;
  if (!isObject(value)) throw new Error(`${where} is not an object`);
  const match = isObject(value.match) ? value.match : {};
  const when = isObject(value.when) ? value.when : {};
  if (!isObject(value.action)) throw new Error(`${where} has no action`);
  const action = value.action as FaultAction;
  if (!actionTypes.includes(action.type)) throw new Error(`${where}: unknown action ${String(action.type)}`);
  if (action.type === 'barrier' && typeof action.name !== 'string') {
    throw new Error(`${where}: a barrier needs a name`);
  }
  const phase = value.phase ?? 'before';
  if (phase !== 'before' && phase !== 'after') throw new Error(`${where}: phase is before or after`);
  return {
    id: typeof value.id === 'string' ? value.id : `rule-${index}`,
    match: {
      op: text(match.op, '*'),
      org: text(match.org, '*'),
      sandbox: text(match.sandbox, '*'),
      bodyHas: text(match.bodyHas, ''),
    },
    when: {
      nth: Array.isArray(when.nth) ? when.nth.filter((n) => typeof n === 'number') : [],
      every: number(when.every, 0),
      first: number(when.first, 0),
      p: number(when.p, 1),
      max: number(when.max, 0),
      fromMs: number(when.fromMs, 0),
      toMs: number(when.toMs, 0),
    },
    phase,
    action,
    compose: value.compose === true,
  };
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function number(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
