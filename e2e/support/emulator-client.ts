import type { FaultRule } from '../emulator/faults/fault-rule';
import type { JournalRow } from '../emulator/journal';

/** A fault to inject; what is left out takes the emulator's defaults. */
export type Fault = {
  match: { op: string; bodyHas?: string };
  when?: Partial<FaultRule['when']>;
  phase?: FaultRule['phase'];
  action: FaultRule['action'];
};

export type PlatformObject = Record<string, unknown> & { id: string; name?: string };

export type EmulatorClient = {
  /** Replaces all fault rules. */
  putFaults: (faults: readonly Fault[]) => Promise<void>;
  clearFaults: () => Promise<void>;
  /** How often the rules struck. */
  faults: () => Promise<unknown>;
  /** Waits until a request is held at a barrier. */
  waitForBarrier: (name: string) => Promise<void>;
  /** Lets the requests at a barrier go on. */
  openBarrier: (name: string) => Promise<void>;
  /** Back to real time: a journey before may have moved the clock by days. */
  resetClock: () => Promise<void>;
  /** Moves the platform's clock; what became due happens. */
  advance: (ms: number) => Promise<void>;
  /** Emulator time, epoch milliseconds. */
  nowMs: () => Promise<number>;
  /** Requests after a sequence number, oldest first, of one operation when given. */
  journal: (filter?: { since?: number; op?: string }) => Promise<JournalRow[]>;
  /** Sequence number of the newest request. */
  position: () => Promise<number>;
  /** Everything of one kind in the sandbox the journeys work in, such as `flowservice` `flows`. */
  objects: (service: string, collection: string) => Promise<PlatformObject[]>;
  /** Records written to a dataset. */
  records: (datasetId: string) => Promise<Record<string, unknown>[]>;
};

const organisation = 'TRIBUTARYDEMO@AdobeOrg';
const sandbox = 'dev';

/** The emulator's control surface over HTTP. Throws on every answer that is not a success. */
export function createEmulatorClient(origin: string): EmulatorClient {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${origin}/__emu/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /__emu/${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  async function journal(filter: { since?: number; op?: string } = {}): Promise<JournalRow[]> {
    const query = new URLSearchParams();
    if (filter.since !== undefined) query.set('since', String(filter.since));
    if (filter.op !== undefined) query.set('op', filter.op);
    return (await call<{ rows: JournalRow[] }>('GET', `journal?${query}`)).rows;
  }

  return {
    putFaults: async (faults) => {
      await call('PUT', 'faults', { seed: 1, rules: faults });
    },
    clearFaults: async () => {
      await call('DELETE', 'faults');
    },
    faults: () => call('GET', 'faults'),
    waitForBarrier: async (name) => {
      const { held } = await call<{ held: number }>('GET', `barriers/${name}?waitMs=10000`);
      if (held === 0) throw new Error(`no request arrived at the barrier ${name}`);
    },
    openBarrier: async (name) => {
      await call('POST', `barriers/${name}`, {});
    },
    resetClock: async () => {
      await call('POST', 'clock', { offsetMs: 0 });
    },
    advance: async (ms) => {
      await call('POST', 'clock', { advanceMs: ms });
    },
    nowMs: async () => (await call<{ nowMs: number }>('GET', 'clock')).nowMs,
    journal,
    position: async () => (await journal()).at(-1)?.seq ?? 0,
    objects: async (service, collection) => {
      type Services = Record<string, Record<string, Record<string, PlatformObject>>>;
      type State = {
        organisations: Record<string, { sandboxes: Record<string, { services: Services }> }>;
      };
      const state = await call<State>('GET', `state?${new URLSearchParams({ org: organisation })}`);
      const services = state.organisations[organisation]?.sandboxes[sandbox]?.services;
      return Object.values(services?.[service]?.[collection] ?? {});
    },
    records: async (datasetId) =>
      (await call<{ records: Record<string, unknown>[] }>('GET', `datasets/${datasetId}/records`)).records,
  };
}
