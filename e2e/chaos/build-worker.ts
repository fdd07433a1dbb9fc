import path from 'node:path';
import { build } from 'vite';

/**
 * Puts a process of the chaos runner into one file, since compiling its sources anew takes longer than its whole work.
 * Answers the file.
 */
export async function buildWorker(name: 'worker' | 'saver'): Promise<string> {
  const root = process.cwd();
  const outDir = path.join(root, '.test', 'chaos');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root, 'server-only': path.join(root, 'e2e', 'server-only-stub.ts') } },
    // These bring files of their own along.
    ssr: { noExternal: true, external: ['@electric-sql/pglite', 'pg', 'pino'] },
    build: {
      ssr: path.join(root, 'e2e', 'chaos', `${name}.ts`),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return path.join(outDir, `${name}.mjs`);
}
