import { expect, test } from 'vitest';
import { at, flowService, startTestClient } from './test-client';

test('the large seed has 10,000 dataflows that page through at a flat cost', async () => {
  const client = await startTestClient({ seed: 'large' });
  expect((await client.call(`${flowService}/flows?count=true`)).body).toEqual({ count: 10_000 });
  let path = '/flows?limit=100&orderby=-createdAt';
  const times: number[] = [];
  let seen = 0;
  for (;;) {
    const startedMs = performance.now();
    const reply = await client.call(flowService + path);
    times.push(performance.now() - startedMs);
    seen += Number(at(reply, 'body.items.length'));
    const next = at(reply, 'body._links.next.href');
    if (next === undefined) break;
    path = String(next);
  }
  expect(seen).toBe(10_000);
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  expect(median(times.slice(50)) / median(times.slice(0, 50))).toBeLessThan(4);
  await client.close();
});
