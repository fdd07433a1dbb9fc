import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = new URL('.', import.meta.url).pathname;

/** A minute of waiting for faults in one small file: begun last, it would keep every other processor idle. */
const longest = `${root}e2e/chaos/matrix.test.ts`;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => Number(b.moduleId === longest) - Number(a.moduleId === longest));
  }
}

export default defineConfig({
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      // The build-time fence has no meaning outside Next: without this every server module fails to load.
      'server-only': `${root}e2e/server-only-stub.ts`,
    },
  },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', '.next/**', '.data/**', '.test/**'],
    // The default leaves a core idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
