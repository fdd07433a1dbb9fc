import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildWorker } from './build-worker';

/** Kills a process that saves a draft, again and again, until so many saves were acknowledged; answers the exit code. */
export async function runSaves(total: number): Promise<number> {
  const home = mkdtempSync(path.join(tmpdir(), 'chaos-saves-'));
  const startMs = performance.now();
  const file = await buildWorker('saver');
  let acknowledged = 0;
  let kills = 0;
  let lost = 0;
  try {
    for (;;) {
      const life = await liveAndDie(
        file,
        path.join(home, 'pg'),
        Math.min(total - acknowledged, 20 + ((kills * 37) % 60)),
      );
      // One that was committed and not acknowledged any more may be there too.
      if (life.found < acknowledged || life.found > acknowledged + 1) lost += acknowledged - life.found;
      if (acknowledged >= total) break;
      acknowledged = life.last;
      kills += 1;
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  const seconds = Math.round((performance.now() - startMs) / 1000);
  process.stdout.write(`saves: ${acknowledged} acknowledged, ${kills} kills, ${lost} lost, ${seconds} s\n`);
  return lost === 0 ? 0 : 1;
}

function liveAndDie(file: string, folder: string, saves: number): Promise<{ found: number; last: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=react-server', file], {
      env: { ...process.env, CHAOS_FOLDER: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let found: number | undefined;
    let last = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const [word, number] = line.split(' ');
        if (word === 'found') found = Number(number);
        last = Number(number);
      }
      if (found !== undefined && last - found >= saves) child.kill('SIGKILL');
    });
    child.once('close', (code) => {
      if (found === undefined) reject(new Error(`the saver said nothing and ended with ${code}`));
      else resolve({ found, last });
    });
  });
}
