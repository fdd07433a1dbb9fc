import { defineConfig, devices } from '@playwright/test';

const appUrl = process.env.E2E_APP_URL ?? 'http://127.0.0.1:3987';
const emulatorUrl = process.env.E2E_EMULATOR_URL ?? 'http://127.0.0.1:4987';
for (const url of [appUrl, emulatorUrl]) {
  if (!/^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(url).hostname)) {
    throw new Error(`The journeys write and delete: they run against loopback only, not ${url}.`);
  }
}
// Read by the specs and by the server: both have to mean the same two addresses.
process.env.E2E_APP_URL = appUrl;
process.env.E2E_EMULATOR_URL = emulatorUrl;
process.env.E2E_SCREENS_DIR ??= 'artifacts/screens';

// All journeys, not the few somebody is working on: recording every one of them doubles the time that all take.
const isWholeRun = Boolean(process.env.CI || process.env.E2E_WHOLE);
// Empty means the browser Playwright brought itself.
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'e2e/specs',
  testMatch: '**/*.spec.ts',
  // Pictures, headers, messages at fields, broken answers and gestures do not depend on the database: one run is enough. E2E_ALL=1 with
  // `node scripts/test.mjs postgres` runs them there as well.
  testIgnore:
    process.env.E2E_POSTGRES_URL && !process.env.E2E_ALL
      ? [
          '**/all-screens.spec.ts',
          '**/security.spec.ts',
          '**/bad-input.spec.ts',
          '**/faults.spec.ts',
          '**/{api-tokens,killed-server,requests,target-on-schema}.spec.ts',
          '**/{map-*,mapping-files,calculated-field,suggestions,create-from-source,several-paths,stripe-clicks,stripe-keyboard}.spec.ts',
        ]
      : [],
  outputDir: process.env.E2E_OUTPUT_DIR ?? 'artifacts/journeys',
  workers: Number(process.env.E2E_WORKERS ?? 1),
  forbidOnly: isWholeRun,
  // A journey that needs its second try is shown as flaky in the report: a defect to be found, not a reason to stop.
  retries: isWholeRun ? 1 : 0,
  // Long journeys on a busy machine take their time; what hangs is found by the limits of its single steps.
  timeout: 120_000,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? '.test/journeys.json' }]],
  use: {
    baseURL: appUrl,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: isWholeRun ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    // Shimmers and spinners drawn in software take a third of the processor time of a run and show nothing.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: [
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-quic',
            '--disable-sync',
            '--no-first-run',
          ],
        },
      },
    },
  ],
  webServer: {
    // Without a shell in between, the server notices when the run ends, however it ends.
    command: 'exec node scripts/e2e-server.mjs',
    url: `${appUrl}/api/health`,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 6_000 },
    env: { E2E_APP_PORT: new URL(appUrl).port, E2E_EMULATOR_PORT: new URL(emulatorUrl).port },
  },
});
