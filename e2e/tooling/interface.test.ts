import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = new URL('../..', import.meta.url);
const manifestSchema = z.object({ scripts: z.record(z.string(), z.string()) });
// Hands for the people who work on the project; scripts from outside use the others.
const privateScripts = new Set([
  'typecheck',
  'lint',
  'fix',
  'test:unit',
  'test:e2e',
  'db:generate',
  'build',
  'start',
]);
// Set by Node, the test runner or the host, never by whoever configures the app.
const variablesOfOthers = new Set(['NODE_ENV', 'NEXT_RUNTIME', 'CI', 'VERCEL', 'VERCEL_URL', 'VERCEL_ENV']);

function read(file: string): string {
  return readFileSync(new URL(file, root), 'utf8');
}

/** Names the configuration is read from: the keys of its table and whatever is taken from process.env by name. */
function listReadVariables(): string[] {
  const text = ['server/env.ts', 'server/env-schema.ts'].map(read).join('\n');
  const found = text.matchAll(/^ {2}([A-Z][A-Z0-9_]+):|\b(?:process\.env|source)\.([A-Z][A-Z0-9_]+)/gm);
  const names = new Set([...found].map(([, key, property]) => key ?? property ?? ''));
  return ['PORT', 'EMULATOR_PORT', ...names].filter((name) => !variablesOfOthers.has(name));
}

function listExampleVariables(): string[] {
  return [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);
}

test('every command for use from outside is described in docs/interface.md', () => {
  const { scripts } = manifestSchema.parse(JSON.parse(read('package.json')));
  const text = read('docs/interface.md');
  const missing = Object.keys(scripts)
    .filter((name) => !privateScripts.has(name))
    .filter((name) => !text.includes(name === 'test' ? '`npm test`' : `\`npm run ${name}`));
  expect(missing).toEqual([]);
});

test('every command docs/interface.md describes exists', () => {
  const { scripts } = manifestSchema.parse(JSON.parse(read('package.json')));
  const named = [...read('docs/interface.md').matchAll(/`npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('the list of variables is found where it is kept', () => {
  expect(listReadVariables()).toEqual(
    expect.arrayContaining(['AEP_BASE_URL', 'NEXTAUTH_SECRET', 'LOG_LEVEL']),
  );
});

test('every variable the app reads is described in docs/interface.md', () => {
  const text = read('docs/interface.md');
  expect(listReadVariables().filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test('every variable the app reads has an example with a comment above it', () => {
  const examples = listExampleVariables();
  expect(listReadVariables().filter((name) => !examples.includes(name))).toEqual([]);
  const lines = read('.env.example').split('\n');
  const bare = lines.filter(
    (line, index) => /^#?[A-Z][A-Z0-9_]*=/.test(line) && !/^# \S/.test(lines[index - 1] ?? ''),
  );
  expect(bare).toEqual([]);
});

test('the example sets no secret', () => {
  const secrets = read('.env.example')
    .split('\n')
    .filter((line) => /^[A-Z_]*(SECRET|TOKEN|PASSWORD)[A-Z_]*=./.test(line));
  expect(secrets).toEqual([]);
});
