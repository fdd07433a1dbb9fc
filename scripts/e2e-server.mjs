import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { demoVariables } from './lib/demo-variables.mjs';
import { createFreshDatabase } from './lib/fresh-database.mjs';
import { reportFailure } from './lib/plain-error.mjs';
import { portFromVariable } from './lib/ports.mjs';
import { stopAll, stopOnSignals } from './lib/processes.mjs';
import { inProject } from './lib/project.mjs';
import { openServiceLog } from './lib/service-log.mjs';
import { startApp, startEmulator } from './lib/start-services.mjs';
import { watchServices } from './lib/watch-services.mjs';

// Fiftyfold speed for waits and polls; the app honours it only towards loopback.
const timeScale = '0.02';
const workDir = inProject(process.env.E2E_WORK_DIR ?? '.test');
mkdirSync(workDir, { recursive: true });
const dataDir = mkdtempSync(path.join(workDir, 'data-'));
let database;

const cleanUp = async () => {
  await database
    ?.drop()
    .catch((error) => console.error(`The test database was left behind: ${error.message}`));
  rmSync(dataDir, { recursive: true, force: true });
};
// Playwright may be killed before it has stopped us.
stopOnSignals({ cleanUp, withParent: true });

try {
  const port = await portFromVariable('E2E_APP_PORT', 3987);
  const emulatorPort = await portFromVariable('E2E_EMULATOR_PORT', 4987);
  // Set and empty, not absent: otherwise a developer's own .env would bring the name back, with its database.
  let databaseUrl = '';
  if (process.env.E2E_POSTGRES_URL) {
    database = await createFreshDatabase(process.env.E2E_POSTGRES_URL);
    databaseUrl = database.url;
  }
  // A file of its own for the app: a test reads the app's log for secrets that must not be in it.
  const appLog = openServiceLog(path.join(workDir, 'app.log'));
  const emulatorLog = openServiceLog(path.join(workDir, 'emulator.log'));
  const platform = await startEmulator({ port: emulatorPort, log: emulatorLog });
  const secret = randomBytes(32).toString('base64url');
  const appUrl = `http://127.0.0.1:${port}`;
  const env = {
    ...demoVariables({ appUrl, emulatorUrl: platform.url, dataDir, secret }),
    DATABASE_URL: databaseUrl,
    TIME_SCALE: timeScale,
    LOG_LEVEL: 'debug',
  };
  const app = await startApp({ mode: 'start', port, env, log: appLog });
  console.log(`Ready for journeys: ${appUrl}`);
  process.exitCode = await watchServices([platform.handle, app]);
} catch (error) {
  await stopAll();
  reportFailure(error);
}
await cleanUp();
