import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SandboxName } from '@/lib/ids';
import { createApiToken } from '@/server/api-tokens/api-tokens';
import { openEmbeddedDatabase } from '@/server/db/embedded';
import { addMember } from '@/server/db/people';
import type { PlatformContext } from '@/server/platform/platform-context';
import { aPerson, log } from './lane';

/** Makes an embedded database with tokens of an owner, made as the settings page makes them; answers the tokens. */
export async function makeApiTokens(
  folder: string,
  platform: PlatformContext,
  count: number,
): Promise<string[]> {
  // Whoever has opened a folder keeps it to the end of its process: the app is given a copy.
  const home = mkdtempSync(path.join(tmpdir(), 'chaos-tokens-'));
  const db = await openEmbeddedDatabase(path.join(home, 'pg'), { onBroken: () => undefined });
  const { orgId } = platform;
  const id = await aPerson(db);
  await addMember(db, { personId: id, orgId, role: 'owner' });
  const owner = {
    db,
    log,
    orgId,
    session: { person: { id, name: 'ana', role: 'owner' as const }, sandboxName: platform.sandboxName },
    now: Date.now,
    platform: async (sandboxName: SandboxName = platform.sandboxName) => ({ ...platform, sandboxName }),
  };
  const tokens: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const input = {
      name: `Chaos ${made}`,
      role: 'editor' as const,
      sandboxName: platform.sandboxName,
      lifetime: '30' as const,
    };
    tokens.push((await createApiToken(owner, input)).token);
  }
  await (db as unknown as { $client: { close: () => Promise<void> } }).$client.close();
  cpSync(path.join(home, 'pg'), folder, { recursive: true });
  rmSync(home, { recursive: true, force: true });
  return tokens;
}
