import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const root = new URL('../..', import.meta.url).pathname;

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/emulator/serve.ts', ...args], { cwd: root });
  children.push(child);
  const output = { text: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.text += chunk.toString();
  });
  return { child, output };
}

test('it prints its address and credentials, and ends cleanly on SIGTERM', async () => {
  const { child, output } = start('--port', '0');
  await expect.poll(() => output.text, { timeout: 15_000 }).toContain('tributary-demo-secret');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.text)?.[0] ?? '';
  expect((await fetch(`${url}/ims/keys`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('a taken port is one sentence and exit code 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { child, output } = start('--port', String(port));
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(output.text.trim()).toBe(
    `Port ${port} is already in use: stop what runs there or set EMULATOR_PORT to another port.`,
  );
  taken.close();
});

test.each([
  [['--seed', 'huge'], '--seed is one of demo, empty, large.'],
  [['--port', 'x'], 'The port is a number from 0 to 65535.'],
  [['--colour', 'blue'], 'Unknown option --colour; known are --port, --data and --seed.'],
])('wrong options %j are explained', async (args, message) => {
  const { child, output } = start(...args);
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(output.text.trim()).toBe(message);
});
