import type { Clock } from './clock';
import type { Organisation, Table } from './contract';
import type { ImsState } from './ims/ims-state';
import { emptyTable } from './plain-json';
import { defaultSwitches, type Switches } from './switches';

/** Everything the emulator knows. Plain JSON: a snapshot is a copy and a data file is its text. */
export type World = {
  /** Layout of the data file; a file of another version is refused. */
  version: 1;
  seed: string;
  /** Real time at which the world began, epoch milliseconds: the sources' history ends here. */
  startedAtMs: number;
  idCounter: number;
  clock: Clock;
  switches: Switches;
  organisations: Table<Organisation>;
  ims: ImsState;
};

/** A world without organisations. */
export function createWorld(seed: string, nowMs: number): World {
  return {
    version: 1,
    seed,
    startedAtMs: nowMs,
    idCounter: 0,
    clock: { anchorRealMs: nowMs, anchorEmulatorMs: nowMs, scale: 1 },
    switches: { ...defaultSwitches },
    organisations: emptyTable(),
    ims: {
      people: [],
      signInClients: emptyTable(),
      codes: emptyTable(),
      accessTokens: emptyTable(),
      refreshTokens: emptyTable(),
      sessions: emptyTable(),
      accessTokenTtlMs: 86_399_000,
    },
  };
}
