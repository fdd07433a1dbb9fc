import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canUseApt, installDebianPackages } from './apt.mjs';
import { freePort } from './ports.mjs';
import { captureProcess, startProcess } from './processes.mjs';

const places = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql*/bin',
  '/usr/local/opt/postgresql*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
];

const holdsServer = (folder) =>
  existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres'));

function listFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function expand(pattern) {
  const [before, after] = pattern.split('*');
  const parent = path.dirname(`${before}x`);
  return listFolder(parent)
    .filter((name) => path.join(parent, name).startsWith(before))
    .map((name) => path.join(parent, name, after));
}

function findServerFolder() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute).filter(holdsServer);
  // The programs find their files relative to themselves, so a link is followed to where they really are.
  if (onPath[0]) return path.dirname(realpathSync(path.join(onPath[0], 'postgres')));
  const newestFirst = (one, other) => other.localeCompare(one, 'en', { numeric: true });
  return places.flatMap(expand).filter(holdsServer).sort(newestFirst)[0];
}

/** PostgreSQL refuses to run as root: the user it runs as instead, or nothing to stay who we are. */
async function findServerUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = await captureProcess('id', ['-u', name]);
    const gid = await captureProcess('id', ['-g', name]);
    if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  return undefined;
}

/**
 * Starts a private PostgreSQL server on loopback in a temporary folder, getting the programs from Debian when root.
 * Answers `{ url, stop }`, or `{ reason }` with one sentence where there is none to be had.
 */
export async function ensurePostgres({ log = console.log } = {}) {
  let folder = findServerFolder();
  if (!folder && canUseApt()) {
    log('Getting PostgreSQL for the journeys…');
    const { ok, lastLine } = await installDebianPackages('postgresql');
    if (!ok) return { reason: `Debian's PostgreSQL could not be installed: ${lastLine}` };
    folder = findServerFolder();
  }
  if (!folder) return { reason: 'PostgreSQL is not installed (no initdb found).' };
  const user = await findServerUser();
  if (!user) return { reason: 'PostgreSQL does not run as root and there is no other user to run it as.' };
  return startServer(folder, user);
}

async function startServer(folder, user) {
  // Another user's process has to reach it, which root's own temporary folder may not allow.
  const home = mkdtempSync(path.join(user.uid === undefined ? tmpdir() : '/tmp', 'tributary-postgres-'));
  const password = randomBytes(18).toString('base64url');
  const passwordFile = path.join(home, 'password');
  const data = path.join(home, 'data');
  const removeHome = () => rmSync(home, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) for (const file of [home, passwordFile]) chownSync(file, user.uid, user.gid);
  const env = { PATH: process.env.PATH, LC_ALL: 'C', HOME: home };
  const options = { ...user, cwd: home, env };
  const initdbArgs = ['-D', data, '-U', 'tributary', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const made = await captureProcess(
    path.join(folder, 'initdb'),
    [...initdbArgs, '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  );
  if (made.code !== 0) {
    removeHome();
    return { reason: `initdb failed: ${made.output.trim().split('\n').at(-1)}` };
  }
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'max_connections=50',
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const handle = startProcess(path.join(folder, 'postgres'), args, {
    ...options,
    stdio: 'ignore',
    name: 'PostgreSQL',
  });
  const stop = async () => {
    // SIGTERM waits for clients to leave; SIGINT, the "fast" stop, does not.
    handle.child.kill('SIGINT');
    await Promise.race([handle.exit, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
    await handle.stop();
    removeHome();
  };
  const urlOf = (database) => `postgres://tributary:${password}@127.0.0.1:${port}/${database}`;
  if (!(await isReady(urlOf('postgres'), handle))) {
    await stop();
    return { reason: 'PostgreSQL was started but did not answer.' };
  }
  return { url: urlOf('postgres'), stop };
}

async function isReady(url, handle) {
  const { default: pg } = await import('pg');
  let hasEnded = false;
  void handle.exit.then(() => {
    hasEnded = true;
  });
  const deadline = Date.now() + 20_000;
  while (!hasEnded && Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return false;
}
