import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = path.resolve(import.meta.dirname, 'suggest.mjs');
let folder = '';

/** Runs the command as npm does, from the folder of the cases. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], {
      env: { ...process.env, INIT_CWD: folder },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'suggest-'));
  mkdirSync(path.join(folder, 'xdm-trees'));
  mkdirSync(path.join(folder, 'empty'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run suggest', () => {
  it('writes predictions for what it can read and says what it cannot', async () => {
    const target = { path: 'person.name.lastName', type: 'string' };
    write('xdm-trees/people.json', `\uFEFF${JSON.stringify({ fields: [target] })}`);
    write('a.json', JSON.stringify({ source_fields: ['surname', {}], target_fields: [target] }));
    write('b.json', JSON.stringify({ name: '__proto__', source_fields: ['surname'], target_tree: 'people' }));
    write(
      'c.json',
      JSON.stringify({ name: 'a', source_fields: ['x'], target_fields: [target], target_tree: 'people' }),
    );
    write(
      'd.json',
      JSON.stringify({ source_fields: ['surname'], target_fields: [target], target_tree: '../gone' }),
    );
    write('broken.json', '{');
    write('notes.json', '{"about": "something else"}');

    const { code, out, err } = await run('--cases', '.', '--out=deep/predictions.json');
    const file = path.join(folder, 'deep', 'predictions.json');
    expect({ code, out }).toEqual({ code: 0, out: `Wrote suggestions for 3 cases to ${file}.\n` });
    expect(err.trim().split('\n')).toEqual([
      'a.json: 1 of its fields have no path and are left out.',
      expect.stringMatching(/^broken\.json is left out: /),
      'c.json has the name of another case, a; the first one is kept.',
      'There is no tree xdm-trees/gone.json: the cases on it do without its descriptions.',
      'notes.json is no case: it has no list of source_fields with target_fields or a target_tree.',
    ]);
    const applied = {
      source: 'surname',
      target: target.path,
      accept: true,
      score: expect.any(Number),
      band: expect.any(String),
      reason: expect.any(String),
    };
    expect(Object.entries(JSON.parse(readFileSync(file, 'utf8')))).toEqual([
      ['a', [applied]],
      ['__proto__', [applied]],
      ['d', [applied]],
    ]);
  });

  it.each([
    [[], /^usage: /],
    [['--cases', '.'], /^usage: /],
    [['--cases', '--out', 'x'], /^--cases needs a value/],
    [['--case', '.', '--out', 'x'], /^--case is no option/],
    [['--cases', 'nowhere', '--out', 'x'], /^There is no folder .*nowhere\./],
    [['--cases', 'empty', '--out', 'x'], /^No case could be read from .*empty\./],
    [['--cases', '.', '--out', 'x', '--without', 'luck'], /^luck is no part of the evidence/],
    [['--cases', 'a.json', '--out', 'empty'], /empty cannot be written/],
  ])('refuses %j in one sentence', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out, err: err.trim() }).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(message),
    });
  });
});
