import { isObject } from '../plain-json';

const actionTypes = [
  'status',
  'delay',
  'hang',
  'reset',
  'fin',
  'truncate',
  'drip',
  'oversize',
  'body',
  'redirect',
  'throttle',
  'quota',
  'gatewayCut',
  'tokenRevoke',
  'tokenExpire',
  'permissionDrop',
  'etagStale',
  'conflict',
  'lateExecute',
  'duplicateDeliver',
  'listPartial',
  'invisible',
  'clockSkew',
  'barrier',
] as const;

/** `invisible` has ways of its own, `listPartial` and `conflict` have theirs. */
const modes: Partial<Record<(typeof actionTypes)[number], string[]>> = {
  listPartial: ['dropRows', 'ignoreFilter', 'loopToken'],
  invisible: ['get', 'list', 'dependants'],
  conflict: ['ours', 'foreign'],
};

export type FaultAction = {
  type: (typeof actionTypes)[number];
  /** Duration of delay, hang, lateExecute, gatewayCut and invisible, pause of drip, and amount of clockSkew, milliseconds. */
  ms?: number;
  status?: number;
  code?: string;
  /** A literal body for `status`; the name of a canned one for `body`. */
  body?: unknown;
  /** Seconds, or `date` for an HTTP date a minute from now, or `none`. */
  retryAfter?: number | 'date' | 'none';
  /** Requests that `throttle` lets pass within `windowMs` of emulator time; without it none pass. */
  limit?: number;
  windowMs?: number;
  /** Name of the barrier. */
  name?: string;
  /** A barrier that keeps holding the request after its client has gone: released, it is carried out late. */
  detached?: boolean;
  /** Variant of listPartial, invisible or conflict. */
  mode?: string;
  /** Bytes sent before `truncate` or `reset` cuts, bytes in a piece of `drip`, size of an `oversize` body. */
  bytes?: number;
  /** Where `reset` happens. */
  at?: 'accept' | 'headers' | 'body';
  /** `ok` makes a truncated answer complete HTTP. */
  framing?: 'ok' | 'broken';
  /** Where `redirect` points. */
  location?: string;
  /** What `permissionDrop` takes away; everything when absent. */
  permissions?: string[];
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
  checkAction(action, where);
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

function checkAction(action: FaultAction, where: string): void {
  if (!actionTypes.includes(action.type)) throw new Error(`${where}: unknown action ${String(action.type)}`);
  if (action.type === 'barrier' && typeof action.name !== 'string') {
    throw new Error(`${where}: a barrier needs a name`);
  }
  if (action.type === 'redirect' && typeof action.location !== 'string') {
    throw new Error(`${where}: a redirect needs a location`);
  }
  const known = modes[action.type];
  if (action.mode !== undefined && known !== undefined && !known.includes(action.mode)) {
    throw new Error(`${where}: mode is one of ${known.join(', ')}`);
  }
  for (const name of ['ms', 'bytes', 'limit', 'windowMs', 'status'] as const) {
    if (action[name] !== undefined && typeof action[name] !== 'number') {
      throw new Error(`${where}: ${name} is not a number`);
    }
  }
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function number(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
