import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { emulatorNowMs } from './clock';
import { type Control, createControl } from './control/control';
import { answerControl } from './control/control-routes';
import type { Core } from './core';
import { createDataFile } from './data-file';
import { createBarriers } from './faults/barriers';
import { createFaultEngine } from './faults/fault-engine';
import { jsonAnswer, sendAnswer } from './http/answer';
import { answerRequest, type Pipeline, splitOnce } from './http/pipeline';
import { createRouter } from './http/router';
import { createIngestion } from './ingestion/ingestion';
import { startRun } from './ingestion/runs-of-flow';
import { createJournal } from './journal';
import { parseWorld } from './parse-world';
import { fillLarge } from './seed-large';
import { type SeedName, seedWorld } from './seed-world';
import { createServices } from './services';

export type EmulatorOptions = {
  /** Real time, epoch milliseconds; for tests. */
  nowMs?: () => number;
  /** Keeps the world in this file between runs. */
  dataFile?: string;
  seed?: SeedName;
  /** When set, the control surface wants it in `x-emu-key`. */
  controlKey?: string;
  /** Items per page of Flow Service lists where the request does not say. */
  pageSize?: number;
  quiet?: boolean;
};

export type Emulator = {
  /** Listens on loopback; port 0 takes a free one. Rejects when the port is taken. */
  listen: (port?: number, host?: string) => Promise<{ url: string; port: number }>;
  close: () => Promise<void>;
  control: Control;
};

/** Creates the platform emulator: IMS, the platform's services and the control surface on one origin. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const realNowMs = options.nowMs ?? Date.now;
  const seed = options.seed ?? 'demo';
  const closing = new AbortController();
  const ingestion = createIngestion(() => core);
  const pageSize = options.pageSize ?? 20;
  const services = createServices({
    pageSize,
    switches: () => core.world.switches,
    realNowMs,
    historyEndsMs: () => core.world.startedAtMs,
    wake: ingestion.wake,
    startRun: (sandbox, flow, run) => startRun(core, sandbox, flow, run),
  });
  const dataFile = createDataFile(options.dataFile);
  const kept = dataFile.load();
  const core: Core = {
    world: kept ?? seedWorld(seed, services, realNowMs()),
    services,
    pageSize,
    realNowMs,
    nowMs: () => emulatorNowMs(core.world.clock, realNowMs()),
    wake: ingestion.wake,
  };
  const pipeline: Pipeline = {
    core,
    router: createRouter(services),
    journal: createJournal(),
    faults: createFaultEngine(),
    barriers: createBarriers(),
    settle: ingestion.settle,
    closing: closing.signal,
  };
  let filled: string | undefined;
  async function fill(): Promise<void> {
    if (seed !== 'large' || kept || filled !== undefined) return;
    await fillLarge(core.world, services, core.nowMs());
    filled = JSON.stringify(core.world);
  }
  const control = createControl(pipeline, {
    freshWorld: () =>
      filled === undefined ? seedWorld(seed, services, realNowMs()) : parseWorld(JSON.parse(filled)),
    forgetSchedule: ingestion.forget,
  });

  const server = createServer({ maxHeaderSize: 32_768, keepAliveTimeout: 30_000 }, (request, response) => {
    const [path] = splitOnce(request.url ?? '/');
    const work =
      path === '/__emu' || path.startsWith('/__emu/')
        ? answerControl(pipeline, control, options.controlKey, request, response)
        : path === '/favicon.ico' || path === '/'
          ? Promise.resolve(sendAnswer(response, front(path), 'none'))
          : answerRequest(pipeline, request, response);
    work
      .catch((error: unknown) => {
        if (!options.quiet) console.error('emulator: a request failed', error);
        sendAnswer(response, jsonAnswer(500, { error: 'the emulator failed' }), 'none');
      })
      .finally(() => {
        if (request.method !== 'GET') dataFile.save(core.world);
      });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  return {
    control,
    listen: async (port = 4010, host = '127.0.0.1') => {
      await fill();
      return listenOn(server, port, host);
    },
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        pipeline.barriers.openAll();
        server.close(() => {
          dataFile.flush(core.world);
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listenOn(server: Server, port: number, host: string): Promise<{ url: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      const address = server.address() as AddressInfo;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ url: `http://${name}:${address.port}`, port: address.port });
    });
  });
}

function front(path: string) {
  if (path === '/favicon.ico')
    return { status: 204, headers: { 'cache-control': 'max-age=86400' }, body: '' };
  return jsonAnswer(200, { name: 'platform emulator', ims: '/ims', platform: '/data', control: '/__emu' });
}
