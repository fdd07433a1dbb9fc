import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const read = (file: string) => readFileSync(file, 'utf8');

/** All files below a folder of the project whose names end in one of these ways. */
function filesBelow(folder: string, ends: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

test('nothing that ships imports from e2e', () => {
  const shipped = ['app', 'components', 'server', 'lib'].flatMap((folder) =>
    filesBelow(folder, /\.(?:ts|tsx|js|mjs)$/).filter(
      (file) => !/\.(?:test|bench)\.tsx?$|\/(?:test-[\w-]+|[\w-]+-harness)\.tsx?$/.test(file),
    ),
  );
  const importing = shipped.filter((file) =>
    /(?:from|import|require)\s*\(?\s*['"](?:@\/|(?:\.\.?\/)+)e2e\//.test(read(file)),
  );
  expect(shipped.length).toBeGreaterThan(100);
  expect(importing).toEqual([]);
});
