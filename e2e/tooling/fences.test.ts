import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowed, refused } from './fence-cases';

const root = new URL('../..', import.meta.url).pathname;
let folder = '';
let rulesByFile: Map<string, string[]>;

/** Writes every case into a folder of its own tree and lints the tree once with the project's own configuration. */
function lintCases(): Map<string, string[]> {
  for (const { file, code } of [...refused, ...allowed]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${code}\n`);
  }
  copyFileSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const start = stdout.indexOf('{');
  if (start < 0) throw new Error(`Biome gave no report: ${stderr}`);
  const report = JSON.parse(stdout.slice(start)) as {
    diagnostics: { category: string; location: { path: string } }[];
  };
  const found = new Map<string, string[]>();
  for (const { category, location } of report.diagnostics) {
    found.set(location.path, [...(found.get(location.path) ?? []), category]);
  }
  return found;
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tributary-fences-'));
  rulesByFile = lintCases();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(refused)('refuses $why ($file)', ({ file, rule }) => {
  expect(rulesByFile.get(file) ?? []).toContain(`lint/${rule}`);
});

test.each(allowed)('allows $why ($file)', ({ file }) => {
  const fences = (rulesByFile.get(file) ?? []).filter((rule) => /noRestricted|noProcessEnv/.test(rule));
  expect(fences).toEqual([]);
});
