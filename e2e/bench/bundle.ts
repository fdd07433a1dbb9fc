import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

/** One script of a module of the project and everything it needs, minified as for the browser. */
export async function bundle(entry: string, external: readonly (string | RegExp)[] = []): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    resolve: { alias: { '@': root } },
    esbuild: { jsx: 'automatic' },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rollupOptions: { external: [...external], output: { inlineDynamicImports: true, globals: (id) => id } },
      lib: { entry: `${root}/${entry}`, formats: ['iife'], name: 'bundle', fileName: 'bundle' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error(`${entry} gave no bundle`);
  return result.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}

/** Bytes of a script on the wire. */
export function gzipBytes(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
