import type { Service } from './contract';
import type { World } from './world';

/** The running emulator as its parts see it. The world is replaced as a whole by reset and snapshot. */
export type Core = {
  world: World;
  services: Service[];
  /** Items per page where the request does not say. */
  pageSize: number;
  /** The clock of the people and clients outside: IMS lives by it, and moving the emulator's clock leaves it alone. */
  realNowMs: () => number;
  /** The platform's clock. */
  nowMs: () => number;
  /** Says that something is due at this moment of emulator time. */
  wake: (atMs: number) => void;
};
