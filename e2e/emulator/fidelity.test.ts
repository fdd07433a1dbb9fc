import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { imsRoutes } from './ims/ims-routes';
import { createServices } from './services';
import { defaultSwitches } from './switches';

const fidelity = readFileSync(new URL('./FIDELITY.md', import.meta.url), 'utf8');
const marks = ['documented', 'seen in a public client', 'guessed'];

function operations(): string[] {
  const services = createServices({
    pageSize: 20,
    switches: () => defaultSwitches,
    realNowMs: () => 0,
    historyEndsMs: () => 0,
    wake: () => undefined,
    startRun: () => {
      throw new Error('no runs here');
    },
  });
  const routes = services.flatMap((service) => service.routes);
  return [...new Set([...routes, ...imsRoutes].map((route) => route.op))];
}

/** Operation name to mark, from the table. */
function rows(): Map<string, string> {
  const found = [...fidelity.matchAll(/^\| `([\w.]+)` \|[^|]*\| ([^|]+) \| [^|]+ \|/gm)];
  return new Map(found.map(([, op = '', mark = '']) => [op, mark]));
}

test('every operation has a row with one of the three marks, and every row an operation', () => {
  const known = rows();
  const operationNames = operations();
  expect(operationNames.filter((op) => !marks.includes(known.get(op) ?? ''))).toEqual([]);
  const switches = Object.keys(defaultSwitches);
  expect([...known.keys()].filter((op) => !operationNames.includes(op) && !switches.includes(op))).toEqual(
    [],
  );
});

test('every switch is explained', () => {
  expect(Object.keys(defaultSwitches).filter((name) => !fidelity.includes(`| \`${name}\` |`))).toEqual([]);
});
