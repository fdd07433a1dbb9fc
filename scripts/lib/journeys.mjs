import { mkdirSync, rmSync } from 'node:fs';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';
import { freePort } from './ports.mjs';
import { runProcess } from './processes.mjs';
import { inProject, projectRoot, toolFile } from './project.mjs';
import { countPlaywright, readCounts } from './test-reports.mjs';

/**
 * Runs the browser journeys against a fresh app of their own, so that several can run side by side; each line printed
 * says whose it is. `postgresUrl` names a server to make a database on.
 */
export async function runJourneys({ label, args = [], postgresUrl = '' }) {
  const browser = await ensureBrowser();
  const report = inProject('.test', `journeys-${label}.json`);
  mkdirSync(inProject('.test'), { recursive: true });
  rmSync(report, { force: true });
  const env = {
    ...process.env,
    CHROMIUM_PATH: browser,
    E2E_APP_URL: `http://127.0.0.1:${await freePort()}`,
    E2E_EMULATOR_URL: `http://127.0.0.1:${await freePort()}`,
    E2E_OUTPUT_DIR: `artifacts/journeys-${label}`,
    E2E_POSTGRES_URL: postgresUrl,
    E2E_REPORT: report,
    E2E_WORK_DIR: `.test/${label}`,
  };
  const options = { cwd: projectRoot, env, name: 'journeys', prefix: `[${label}] ` };
  const code = await runProcess(process.execPath, [toolFile('playwright'), 'test', ...args], options);
  return readCounts(report, countPlaywright, code);
}

/**
 * The same journeys on PostgreSQL. Where there is none to be had the stage is shown as skipped with the reason,
 * except under CI, where that is a failure.
 */
export async function runPostgresJourneys({ args = [] } = {}) {
  const given = process.env.TEST_POSTGRES_URL;
  const server = given ? { url: given, stop: async () => {} } : await ensurePostgres();
  if (server.reason) {
    return { passed: 0, failed: process.env.CI ? 1 : 0, skipped: 1, reason: server.reason };
  }
  try {
    return await runJourneys({ label: 'postgres', args, postgresUrl: server.url });
  } finally {
    await server.stop();
  }
}
