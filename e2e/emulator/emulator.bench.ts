import { rawGet, sendMany } from './bench-client';
import { demoHeaders, startBareServer, startEmulator } from './bench-servers';
import { at, flowService } from './test-client';
import { stripeConnectionBody } from './test-objects';

const readsPerCall = 400;

/** An emulator with one account, and a bare server that answers what the emulator does. */
const pair = once(async () => {
  const emulator = await startEmulator();
  const headers = await demoHeaders(emulator.port);
  const origin = `http://127.0.0.1:${emulator.port}`;
  const created: unknown = await (
    await fetch(`${origin}${flowService}/connections`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(stripeConnectionBody()),
    })
  ).json();
  const path = `${flowService}/connections/${at(created, 'id')}`;
  const body = await (await fetch(`${origin}${path}`, { headers })).text();
  return { emulator, bare: await startBareServer(body), request: rawGet(path, headers) };
});

/** An emulator with 10,000 dataflows, and the requests for its first and its last page of a hundred. */
const pages = once(async () => {
  const { port } = await startEmulator('--seed', 'large');
  const headers = await demoHeaders(port);
  const origin = `http://127.0.0.1:${port}`;
  const firstPath = `${flowService}/flows?limit=100`;
  let lastPath = firstPath;
  for (let path: string | undefined = firstPath; path !== undefined; ) {
    lastPath = path;
    const page: unknown = await (await fetch(`${origin}${path}`, { headers })).json();
    const href = at(page, '_links.next.href');
    path = typeof href === 'string' ? `${flowService}${href}` : undefined;
  }
  return { port, first: rawGet(firstPath, headers), last: rawGet(lastPath, headers) };
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function memoryMegabytes(port: number): Promise<number> {
  const answer: unknown = await (await fetch(`http://127.0.0.1:${port}/__emu/memory`)).json();
  return Number(at(answer, 'heapUsedMb'));
}

const mostGrowthMb = 40;

export const benchmarks = [
  {
    name: 'emulator: start to first answer',
    rounds: 5,
    warmUpRounds: 1,
    run: async () => {
      const server = await startEmulator();
      await fetch(`http://127.0.0.1:${server.port}/ims/.well-known/openid-configuration`);
      server.process.kill('SIGKILL');
    },
  },
  {
    name: `emulator: ${readsPerCall} reads against a bare node:http server`,
    run: async () => {
      const { emulator, request } = await pair();
      await sendMany(emulator.port, request, readsPerCall);
    },
    baseline: async () => {
      const { bare, request } = await pair();
      await sendMany(bare.port, request, readsPerCall);
    },
  },
  {
    name: 'emulator: last page of 10,000 dataflows against the first',
    run: async () => {
      const { port, last } = await pages();
      await sendMany(port, last, 10, 1);
    },
    baseline: async () => {
      const { port, first } = await pages();
      await sendMany(port, first, 10, 1);
    },
  },
  {
    name: 'emulator: 100,000 reads with flat memory',
    rounds: 1,
    warmUpRounds: 1,
    run: async () => {
      const { emulator, request } = await pair();
      const before = await memoryMegabytes(emulator.port);
      await sendMany(emulator.port, request, 100_000);
      const growth = (await memoryMegabytes(emulator.port)) - before;
      // The first round fills the journal; from then on nothing may grow.
      if (isWarm && growth > mostGrowthMb) throw new Error(`memory grew by ${growth} MB`);
      isWarm = true;
    },
  },
];

let isWarm = false;
