import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const script = new URL('../../scripts/migrate.mjs', import.meta.url).pathname;

function migrate(databaseUrl: string) {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  return { status, text: (stdout + stderr).trim() };
}

test('without a database the migration says what to set', () => {
  expect(migrate('')).toEqual({
    status: 1,
    text: 'Set DATABASE_URL to the PostgreSQL database that is to be migrated.',
  });
});

test.each(['http://example.com/x', 'tributary', 'postgres:/'])('an address such as %s is refused', (url) => {
  const { status, text } = migrate(url);
  expect({ status, lines: text.split('\n').length }).toEqual({ status: 1, lines: 1 });
});

test('a database that does not answer is one sentence, without the password', () => {
  const { status, text } = migrate('postgres://someone:pa55word@127.0.0.1:1/nowhere');
  expect(status).toBe(1);
  expect(text).toMatch(/^The database of DATABASE_URL could not be opened: .+\.$/);
  expect(text).not.toContain('pa55word');
});
