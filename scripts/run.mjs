import path from 'node:path';
import { build } from './lib/build.mjs';
import { demoPeople, demoVariables, readOrMakeSecret, withoutSet } from './lib/demo-variables.mjs';
import { install } from './lib/install.mjs';
import { PlainError, reportFailure } from './lib/plain-error.mjs';
import { portFromVariable } from './lib/ports.mjs';
import { stopAll, stopOnSignals } from './lib/processes.mjs';
import { projectRoot } from './lib/project.mjs';
import { openServiceLog } from './lib/service-log.mjs';
import { startApp, startEmulator } from './lib/start-services.mjs';
import { watchServices } from './lib/watch-services.mjs';

const modes = { demo, dev, emulator };
const dataDir = path.resolve(projectRoot, process.env.DATA_DIR || '.data');

async function emulator() {
  await install();
  const options = process.argv.slice(3);
  const port = readPortOption(options) ?? (await portFromVariable('EMULATOR_PORT', 4010));
  const { handle, url } = await startEmulator({ port, more: options });
  console.log(`Platform emulator ready: ${url}   (stop it with Ctrl-C)`);
  return watchServices([handle]);
}

/** The emulator reads its options itself; only where to wait for it must be known here. */
function readPortOption(options) {
  const at = options.indexOf('--port');
  if (at < 0) return undefined;
  const port = Number(options[at + 1]);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError('--port needs a number between 1 and 65535.');
}

async function demo() {
  await install();
  await build();
  return runTogether('start', (name) => openServiceLog(path.join(dataDir, 'logs', `${name}.log`)));
}

async function dev() {
  await install();
  return runTogether('dev', () => undefined);
}

async function runTogether(mode, openLog) {
  const port = await portFromVariable('PORT', 3000);
  const emulatorPort = await portFromVariable('EMULATOR_PORT', port === 4010 ? 4011 : 4010);
  const appUrl = `http://127.0.0.1:${port}`;
  console.log('Starting (the first start sets up the embedded database, about 8 seconds)…');
  const dataFile = path.join(dataDir, 'emulator.json');
  const platform = await startEmulator({ port: emulatorPort, dataFile, log: openLog('emulator') });
  const secret = readOrMakeSecret(dataDir);
  const env = withoutSet(demoVariables({ appUrl, emulatorUrl: platform.url, dataDir, secret }));
  const app = await startApp({ mode, port, env, log: openLog('app') });
  console.log(describeDemo(appUrl, platform.url));
  return watchServices([platform.handle, app]);
}

function describeDemo(appUrl, emulatorUrl) {
  const people = demoPeople.map(({ email, role }) => `    ${email.padEnd(18)} ${role}`);
  return [
    '',
    `  Tributary is ready:  ${appUrl}`,
    '',
    '  Sign in as (one click each, no password):',
    ...people,
    '',
    '  Tokens to try:',
    '    Stripe    sk_test_tributary',
    '    OneTrust  host demo.onetrust.example, token ot_tributary',
    '',
    `  The platform behind it is an emulator (${emulatorUrl}); nothing leaves this machine.`,
    '  To see scheduled runs at once, move its clock by two hours:',
    `    curl -X POST ${emulatorUrl}/__emu/clock -H 'content-type: application/json' -d '{"advanceMs": 7200000}'`,
    '  Stop with Ctrl-C. What you made stays for the next start.',
    '',
  ].join('\n');
}

stopOnSignals();
try {
  const mode = Object.hasOwn(modes, process.argv[2] ?? '') ? modes[process.argv[2]] : undefined;
  if (!mode) throw new PlainError(`Say what to run: ${Object.keys(modes).join(', ')}.`);
  process.exitCode = await mode();
} catch (error) {
  await stopAll();
  reportFailure(error);
}
