import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { demoVariables } from '../../scripts/lib/demo-variables.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { openServiceLog } from '../../scripts/lib/service-log.mjs';
import { startApp } from '../../scripts/lib/start-services.mjs';

/** A server of the built app that a test may kill, with an embedded database of its own. */
export type OwnApp = {
  url: string;
  /** As when the machine loses power: nothing is finished, nothing is said. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

/** Starts one and waits until it is healthy. `prepare` is given the folder of its database before anybody opens it. */
export async function openOwnApp({
  emulatorUrl,
  timeScale,
  prepare = async () => undefined,
}: {
  emulatorUrl: string;
  timeScale: number;
  prepare?: (databaseFolder: string) => Promise<void>;
}): Promise<OwnApp> {
  const workDir = path.resolve('.test');
  mkdirSync(workDir, { recursive: true });
  const dataDir = mkdtempSync(path.join(workDir, 'own-app-'));
  await prepare(path.join(dataDir, 'pg'));
  const port = (await freePort()) ?? 0;
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(32).toString('base64url');
  const env = {
    ...demoVariables({ appUrl: url, emulatorUrl, dataDir, secret }),
    DATABASE_URL: '',
    TIME_SCALE: String(timeScale),
  };
  const log = openServiceLog(path.join(dataDir, 'app.log'));
  let app: Awaited<ReturnType<typeof startApp>> | undefined;
  const start = async () => {
    app = await startApp({ mode: 'start', port, env, log });
  };
  const kill = async () => {
    const pid = app?.child.pid;
    if (app === undefined || pid === undefined) return;
    // A group of its own, which holds everything that the server has started.
    process.kill(-pid, 'SIGKILL');
    await app.stop();
  };
  await start();
  return {
    url,
    start,
    kill,
    async close() {
      await kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
