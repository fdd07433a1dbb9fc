import { scale } from './lane';

const ms = (unscaled: number) => Math.ceil(unscaled * scale);

/** Faults of every kind that heals by itself, each with its share of the chance; `seed` decides where they strike. */
export function faultWithChance(seed: number, chance: number, operations: readonly string[]) {
  const kinds = [
    { action: { type: 'status', status: 500 }, phase: 'before' },
    { action: { type: 'status', status: 500 }, phase: 'after' },
    { action: { type: 'status', status: 503 }, phase: 'before' },
    { action: { type: 'reset', at: 'accept' }, phase: 'before' },
    { action: { type: 'reset', at: 'body', bytes: 12 }, phase: 'after' },
    { action: { type: 'throttle', retryAfter: 5 }, phase: 'before' },
    { action: { type: 'body', body: 'html' }, phase: 'before' },
    { action: { type: 'truncate', framing: 'ok', bytes: 12 }, phase: 'after' },
    { action: { type: 'hang', ms: ms(120_000) }, phase: 'after' },
    { action: { type: 'tokenExpire' }, phase: 'before' },
  ];
  // Rules are asked one after another: each takes its share of what the ones before it have left.
  const share = (index: number) => chance / kinds.length / (1 - (chance * index) / kinds.length);
  const isList = (op: string) => op.replace(/\.(create|delete)$/, '.list');
  const ops = [...new Set([...operations, ...operations.map(isList)])];
  return {
    seed,
    rules: ops.flatMap((op) =>
      kinds.map(({ action, phase }, index) => ({
        id: `${op}#${index}`,
        match: { op },
        when: { p: share(index) },
        phase,
        action,
      })),
    ),
  };
}
