import { type ChildProcess, spawn } from 'node:child_process';
import { requestTestToken } from './test-client';

export type BenchServer = { port: number; process: ChildProcess };

const root = new URL('../..', import.meta.url).pathname;
const children: ChildProcess[] = [];
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a server in a process of its own and waits until it has printed its port. It ends with this process. */
function start(args: string[]): Promise<BenchServer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    let text = '';
    child.on('exit', (code) => reject(new Error(`the server ended with code ${code}: ${text}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = /127\.0\.0\.1:(\d+)/.exec(text)?.[1];
      if (port === undefined) return;
      child.unref();
      child.stdout.destroy();
      resolve({ port: Number(port), process: child });
    });
  });
}

/** The emulator as people start it. */
export function startEmulator(...args: string[]): Promise<BenchServer> {
  return start(['--expose-gc', '--import', 'tsx', 'e2e/emulator/serve.ts', '--port', '0', ...args]);
}

/** A server that does nothing but answer the given JSON. */
export function startBareServer(body: string): Promise<BenchServer> {
  const program = `
    const body = ${JSON.stringify(body)};
    const server = require('node:http').createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
    server.listen(0, '127.0.0.1', () => console.log('127.0.0.1:' + server.address().port));`;
  return start(['-e', program]);
}

/** The headers of the demo organisation for a running emulator. */
export async function demoHeaders(port: number): Promise<Record<string, string>> {
  return {
    authorization: `Bearer ${await requestTestToken(`http://127.0.0.1:${port}`)}`,
    'x-api-key': 'tributary-demo',
    'x-gw-ims-org-id': 'TRIBUTARYDEMO@AdobeOrg',
    'x-sandbox-name': 'prod',
  };
}
