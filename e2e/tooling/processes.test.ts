import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { demoVariables, readOrMakeSecret, withoutSet } from '../../scripts/lib/demo-variables.mjs';
import { freePort, portFromVariable } from '../../scripts/lib/ports.mjs';
import { captureProcess, describeExit, startProcess, stopAll } from '../../scripts/lib/processes.mjs';
import { watchServices } from '../../scripts/lib/watch-services.mjs';

const node = process.execPath;
const folder = mkdtempSync(path.join(tmpdir(), 'tributary-tooling-'));

afterEach(async () => {
  await stopAll();
  delete process.env.TOOLING_PORT;
  rmSync(folder, { recursive: true, force: true });
});

/** Linux lists a program that has ended but was not yet fetched by its parent as Z; it does nothing any more. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const file = `/proc/${pid}/stat`;
    return !existsSync(file) || !readFileSync(file, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

/** Starts a program that starts another one and prints its process id once both run. */
async function startFamily(body: string) {
  const inner = `process.on('SIGTERM', () => { ${body} }); setInterval(() => {}, 1000); console.log('up')`;
  const outer = `const c = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}]);
    c.stdout.once('data', () => console.log(c.pid)); setInterval(() => {}, 1000);`;
  const handle = startProcess(node, ['-e', outer], { stdio: ['ignore', 'pipe', 'ignore'], name: 'family' });
  const { stdout } = handle.child;
  if (!stdout) throw new Error('no output to read');
  const text = await new Promise<string>((resolve) => {
    stdout.once('data', (data: Buffer) => resolve(data.toString()));
  });
  return { handle, grandchild: Number(text) };
}

test('stopping a program stops what it started, too', async () => {
  const { handle, grandchild } = await startFamily('process.exit(0)');
  await handle.stop();
  expect(isAlive(grandchild)).toBe(false);
});

test('a program that ignores the signal is gone within five seconds', async () => {
  const { handle, grandchild } = await startFamily('');
  const startMs = performance.now();
  await handle.stop();
  expect(performance.now() - startMs).toBeLessThan(5000);
  await expect.poll(() => isAlive(grandchild)).toBe(false);
});

test('a program that cannot be started is an exit like any other', async () => {
  const { exit } = startProcess('/nowhere/program', []);
  expect(describeExit(await exit)).toBe('spawn /nowhere/program ENOENT');
});

test('output and exit code of a program come together', async () => {
  const code = "console.log('a'); console.error('b'); process.exitCode = 3";
  expect(await captureProcess(node, ['-e', code])).toEqual({ code: 3, output: 'a\nb\n' });
});

test('when one program ends by itself the others are stopped and one sentence says which', async () => {
  const said: string[] = [];
  const stays = startProcess(node, ['-e', 'setInterval(() => {}, 1000)'], { name: 'app' });
  const ends = startProcess(node, ['-e', 'process.exit(3)'], { name: 'emulator' });
  expect(await watchServices([stays, ends], { log: (line: string) => said.push(line) })).toBe(1);
  expect(said).toEqual(['The emulator ended unexpectedly (exit code 3).']);
  expect(isAlive(stays.child.pid ?? 0)).toBe(false);
});

test('a taken port is passed over by default and refused when it was asked for', async () => {
  const server = net.createServer().listen(await freePort(20_000), '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  expect(await freePort(port)).toBeGreaterThan(port);
  process.env.TOOLING_PORT = String(port);
  await expect(portFromVariable('TOOLING_PORT', 1)).rejects.toThrow(`Port ${port} (TOOLING_PORT) is taken`);
  process.env.TOOLING_PORT = '70000';
  await expect(portFromVariable('TOOLING_PORT', 1)).rejects.toThrow('between 1 and 65535');
  await new Promise((resolve) => server.close(resolve));
});

test('the secret of a data folder is made once, for its owner only', () => {
  const secret = readOrMakeSecret(folder);
  expect(secret).toHaveLength(43);
  expect(readOrMakeSecret(folder)).toBe(secret);
  const file = path.join(folder, 'secret');
  expect(readFileSync(file, 'utf8')).toBe(`${secret}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('the demo never replaces a variable that is set', () => {
  const variables = demoVariables({ appUrl: 'a', emulatorUrl: 'e', dataDir: 'd', secret: 's' });
  const added = withoutSet(variables, { NEXTAUTH_SECRET: 'mine', IMS_ORG_ID: '' });
  expect(added).toMatchObject({ IMS_ORG_ID: 'TRIBUTARYDEMO@AdobeOrg', AEP_BASE_URL: 'e', NEXTAUTH_URL: 'a' });
  expect(added).not.toHaveProperty('NEXTAUTH_SECRET');
});
