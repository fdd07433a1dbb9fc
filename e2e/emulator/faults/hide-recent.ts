import type { Answer } from '../http/answer';
import { isObject } from '../plain-json';
import type { FaultAction } from './fault-rule';
import type { Outcome, StrikeContext } from './strike';

/** When a row of any service was made, epoch milliseconds of emulator time. */
function createdAtMs(row: unknown): number | undefined {
  if (!isObject(row)) return undefined;
  const registry = row['meta:registryMetadata'];
  const found =
    row.createdAt ??
    row.created ??
    row.createdDate ??
    row.createTime ??
    (isObject(registry) ? registry['repo:createdDate'] : undefined);
  return typeof found === 'number' ? found : undefined;
}

const listKeys = ['items', 'results', 'data'];

/**
 * Hides what was created within the last `action.ms` of emulator time: from lists, and by 404 from look-ups.
 * Mode `list` and `get` hide from the one only.
 */
export function hideRecent(answer: Answer, action: FaultAction, context: StrikeContext): Answer {
  const { core, errorShape, request } = context;
  if (answer.status !== 200 || request.method !== 'GET' || !/^[[{]/.test(answer.body)) return answer;
  const since = core.nowMs() - (action.ms ?? 0);
  const isRecent = (row: unknown) => (createdAtMs(row) ?? Number.NEGATIVE_INFINITY) > since;
  const body: unknown = JSON.parse(answer.body);
  const isList = request.op.endsWith('.list');
  if (isList && action.mode === 'get') return answer;
  if (!isList && action.mode === 'list') return answer;
  if (!isList) {
    const rows = isObject(body) && Array.isArray(body.items) ? body.items : [body];
    const keyed = isObject(body) ? Object.values(body) : [];
    const hidden = rows.some(isRecent) || keyed.some(isRecent);
    return hidden ? errorShape(404, '1439', 'The requested resource is not found.') : answer;
  }
  return { ...answer, body: JSON.stringify(withoutRows(body, isRecent)) };
}

function withoutRows(body: unknown, isHidden: (row: unknown) => boolean): unknown {
  if (Array.isArray(body)) return body.filter((row) => !isHidden(row));
  if (!isObject(body)) return body;
  const key = listKeys.find((name) => Array.isArray(body[name]));
  const rows = key === undefined ? undefined : body[key];
  if (key !== undefined && Array.isArray(rows))
    return { ...body, [key]: rows.filter((row) => !isHidden(row)) };
  return Object.fromEntries(Object.entries(body).filter(([, row]) => !isHidden(row)));
}

/** A request that names an object younger than `action.ms` is told that it does not exist. */
export function hideDependants(context: StrikeContext, action: FaultAction): Outcome | undefined {
  const { core, errorShape, request } = context;
  if (request.method !== 'POST' || request.body === undefined) return undefined;
  const services = core.world.organisations[request.org]?.sandboxes[request.sandbox]?.services ?? {};
  const since = core.nowMs() - (action.ms ?? 0);
  const text = JSON.stringify(request.body);
  for (const state of Object.values(services)) {
    if (!isObject(state)) continue;
    for (const table of Object.values(state)) {
      if (!isObject(table)) continue;
      for (const [id, row] of Object.entries(table)) {
        const newest = Array.isArray(row) ? row.at(-1) : row;
        if ((createdAtMs(newest) ?? Number.NEGATIVE_INFINITY) <= since || !text.includes(`"${id}"`)) continue;
        return { answer: errorShape(404, '1439', `The requested resource ${id} is not found.`) };
      }
    }
  }
  return undefined;
}
