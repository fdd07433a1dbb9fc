import type { Logger } from 'pino';
import type { SandboxName } from '@/lib/ids';
import type { Role } from '@/lib/team/roles';
import type { Db } from '@/server/db/db';
import type { PlatformContext } from '@/server/platform/platform-context';

/** Who asks, and what a use case may reach on their behalf. Made by the doors (`server/action.ts`, `server/read.ts`). */
export type TeamContext = {
  db: Db;
  log: Logger;
  orgId: string;
  session: { person: { id: string; name: string; role: Role }; sandboxName: SandboxName | null };
  /** Epoch milliseconds. */
  now: () => number;
  platform: (sandboxName?: SandboxName) => Promise<PlatformContext>;
};
