import type { FieldMapping } from '@/lib/mapping/mapping';
import { compilePreview } from '@/lib/preview/compile-preview';
import { previewSample } from '@/lib/preview/preview-sample';
import { stripe } from '@/lib/sources/stripe';

// Runs inside the browser: 31 copied and 5 calculated fields, by the preview and as somebody would write it by hand.

const paths = (stripe.presets[0]?.rows ?? []).slice(0, 31).map(({ source, target }) => ({ source, target }));
const calculations: readonly (readonly [source: string, target: string])[] = [
  ['data.amount / 100.0', 'charges_data.amount_major'],
  ['lower(trim(data.billing_details.email))', 'charges_data.email'],
  ['concat(data.currency, "-", data.status)', 'charges_data.kind'],
  ['iif(data.status == "succeeded", true, false)', 'charges_data.succeeded'],
  ['dformat(data.created * 1000, "yyyy-MM-dd HH:mm:ss")', 'charges_data.made'],
];
const mappings: FieldMapping[] = [
  ...paths.map(({ source, target }, at) => ({
    id: `a${at}`,
    kind: 'attribute' as const,
    source,
    target: `_t.${target}`,
  })),
  ...calculations.map(([source, target], at) => ({
    id: `e${at}`,
    kind: 'expression' as const,
    source,
    target: `_t.${target}`,
  })),
];

type Tree = { [name: string]: Tree | unknown };

function makeRecord(index: number): Tree {
  const record: Tree = {
    data: {
      amount: 1_000 + index,
      currency: index % 3 === 0 ? 'usd' : 'eur',
      status: index % 5 === 0 ? 'failed' : 'succeeded',
      created: 1_679_090_539 + index,
      billing_details: { email: ` Person${index}@Example.com `, name: 'Jenny Rosen' },
    },
  };
  for (const { source } of paths) put(record, source.split('.'), sampleValue(source, index));
  return record;
}

const wholes = /amount|created|exp_|maximum/;
const truths = /refunded$|disputed|livemode|captured$|paid|used/;

function sampleValue(path: string, index: number): unknown {
  if (/payment_method_details$|outcome$/.test(path)) return undefined;
  return wholes.test(path)
    ? 1_000 + index
    : truths.test(path)
      ? index % 2 === 0
      : `${path.slice(-8)}_${index}`;
}

function put(tree: Tree, names: readonly string[], value: unknown): void {
  if (value === undefined) return;
  let holder = tree;
  for (const name of names.slice(0, -1)) {
    const known = holder[name];
    const next: Tree = typeof known === 'object' && known !== null ? (known as Tree) : {};
    holder[name] = next;
    holder = next;
  }
  const last = names.at(-1) ?? '';
  if (holder[last] === undefined) holder[last] = value;
}

function makeSchema(): Tree {
  const root: Tree = { type: 'object', properties: {} };
  const add = (path: string, type: string) => {
    let node = root;
    for (const name of path.split('.')) {
      const fields = node.properties as Tree;
      fields[name] ??= { type: 'object', properties: {} };
      node = fields[name] as Tree;
    }
    if (Object.keys(node.properties as Tree).length === 0) {
      node.type = type;
      node.properties = undefined;
    }
  };
  for (const { source, target } of paths) {
    if (/payment_method_details$|outcome$/.test(source)) continue;
    add(`_t.${target}`, wholes.test(source) ? 'integer' : truths.test(source) ? 'boolean' : 'string');
  }
  for (const [, target] of calculations)
    add(
      `_t.${target}`,
      target.endsWith('major') ? 'number' : target.endsWith('succeeded') ? 'boolean' : 'string',
    );
  return root;
}

const pad = (part: number) => String(part).padStart(2, '0');
const copied = paths.map(({ source, target }) => ({
  from: source.split('.'),
  to: ['_t', ...target.split('.')],
}));

/** The same mapping as a person would write it: a loop over pairs of paths, and five lines of code. */
function byHand(record: { data: Record<string, never> & { [name: string]: unknown } }): Tree {
  const out: Tree = { _t: { charges_data: {} } };
  for (const { from, to } of copied) {
    let value: unknown = record;
    for (const name of from) {
      if (typeof value !== 'object' || value === null) {
        value = undefined;
        break;
      }
      value = (value as Tree)[name];
    }
    if (value === undefined || value === null) continue;
    let holder = out;
    for (let at = 0; at < to.length - 1; at += 1) {
      const name = to[at] ?? '';
      holder[name] ??= {};
      holder = holder[name] as Tree;
    }
    holder[to[to.length - 1] ?? ''] = value;
  }
  const { amount, currency, status, created, billing_details } = record.data as unknown as {
    amount: number;
    currency: string;
    status: string;
    created: number;
    billing_details: { email: string };
  };
  const made = new Date(created * 1000);
  Object.assign((out._t as Tree).charges_data as Tree, {
    amount_major: amount / 100,
    email: billing_details.email.trim().toLowerCase(),
    kind: `${currency}-${status}`,
    succeeded: status === 'succeeded',
    made: `${made.getUTCFullYear()}-${pad(made.getUTCMonth() + 1)}-${pad(made.getUTCDate())} ${pad(made.getUTCHours())}:${pad(made.getUTCMinutes())}:${pad(made.getUTCSeconds())}`,
  });
  return out;
}

const count = 10_000;
const rounds = 7;
const records = Array.from({ length: count }, (_, index) => makeRecord(index));
const schema = makeSchema();

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function timed(work: () => void): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

const preview = compilePreview(mappings, schema);
const ours: number[] = [];
const theirs: number[] = [];
const oneRow: number[] = [];
let sink = 0;
for (let round = 0; round < rounds + 2; round += 1) {
  const mine = timed(() => {
    for (const record of records) sink += preview.map(record, 0).failures.length;
  });
  const hand = timed(() => {
    for (const record of records) sink += Object.keys(byHand(record as never)).length;
  });
  // From the change to the result: everything is compiled anew, as after each key.
  const row = timed(() => {
    sink += previewSample(mappings, schema, records.slice(round, round + 1), 0).records.length;
  });
  if (round < 2) continue;
  ours.push(mine);
  theirs.push(hand);
  oneRow.push(row);
}
postMessage({
  ours: median(ours),
  byHand: median(theirs),
  oneRow: median(oneRow),
  failures: preview.map(records[0], 0).failures.length,
  same:
    JSON.stringify(sorted(preview.map(records[1], 0).data)) ===
    JSON.stringify(sorted(byHand(records[1] as never))),
  sink,
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, entry]) => [name, sorted(entry)]),
  );
}
