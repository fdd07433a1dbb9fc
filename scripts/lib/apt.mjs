import { existsSync } from 'node:fs';
import { captureProcess } from './processes.mjs';

/** Whether Debian's packages can be installed from here: root, and a system that has them. */
export function canUseApt() {
  return process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages without a question; answers whether it worked and the last line of the output. */
export async function installDebianPackages(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A fresh image holds no package lists; a stale mirror entry is no reason to give up, so the exit code is ignored.
  await captureProcess('/usr/bin/apt-get', ['update', '-qq'], { env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { code, output } = await captureProcess('/usr/bin/apt-get', args, { env });
  return { ok: code === 0, lastLine: output.trim().split('\n').at(-1) ?? '' };
}
