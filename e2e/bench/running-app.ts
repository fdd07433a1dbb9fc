import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from '@/scripts/lib/build.mjs';
import { freePort } from '@/scripts/lib/ports.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

export type RunningApp = { url: string; browser: Browser; stop: () => Promise<void> };

/** The production build and the emulator on free ports, and a browser. `stop` ends all three. */
export async function startRunningApp(): Promise<RunningApp> {
  // Standard output carries figures and nothing else.
  await build({ log: console.error, stdio: ['ignore', 2, 2] });
  const port = process.env.BENCH_APP_PORT ?? String(await freePort());
  const emulatorPort = process.env.BENCH_EMULATOR_PORT ?? String(await freePort());
  const server = spawn(process.execPath, ['scripts/e2e-server.mjs'], {
    cwd: root,
    env: { ...process.env, E2E_APP_PORT: port, E2E_EMULATOR_PORT: emulatorPort },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    let text = '';
    server.once('exit', (code) => reject(new Error(`the app ended with code ${code}: ${text}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Ready')) resolve();
    });
  });
  const browser = await startBrowser();
  return {
    url: `http://127.0.0.1:${port}`,
    browser,
    stop: async () => {
      await browser.close();
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** A browser as the journeys use it; background work that would disturb a measurement is off. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
