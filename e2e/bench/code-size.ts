import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Figure } from './report';
import { round } from './statistics';

const root = path.resolve(import.meta.dirname, '..', '..');
const mostKilobytes = 10;

// What a tree of any size needs and a plain list does not: store, windower, drag, lines.
const parts = [
  'lib/schema/tree-view.ts',
  'components/schema-tree/tree-grid.tsx',
  'components/schema-tree/tree-keys.ts',
  'components/schema-tree/use-scroll-place.ts',
  'components/schema-tree/use-tree-view.ts',
  'components/map/drag-controller.ts',
  'components/map/use-drag.tsx',
  'components/map/draw-in-gap.ts',
  'components/map/line-bundles.ts',
  'components/map/line-layer.tsx',
  'components/map/line-painter.ts',
  'components/map/line-shape.ts',
  'components/map/value-store.ts',
  'components/map/watch-place.ts',
];

/** The compressed size of the code that the editor adds for large trees. */
export async function measureCodeSize(): Promise<Figure> {
  const files = new Set(parts.map((part) => path.join(root, part)));
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
    esbuild: { jsx: 'automatic' },
    build: {
      write: false,
      target: 'es2022',
      minify: 'esbuild',
      rollupOptions: {
        input: 'bench-entry',
        preserveEntrySignatures: 'strict',
        treeshake: { moduleSideEffects: false },
        external: (id) =>
          id !== 'bench-entry' && path.isAbsolute(id) && !files.has(id) && !files.has(`${id}.ts`),
      },
    },
    plugins: [
      {
        name: 'bench-entry',
        enforce: 'pre',
        resolveId: async function (id, importer) {
          if (id === 'bench-entry') return id;
          const resolved = await this.resolve(id, importer, { skipSelf: true });
          if (!resolved) return { id, external: true };
          return files.has(resolved.id) ? resolved : { id: resolved.id, external: true };
        },
        load: (id) =>
          id === 'bench-entry'
            ? parts.map((part) => `export * from '${path.join(root, part)}';`).join('\n')
            : null,
      },
    ],
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const bytes = outputs.reduce(
    (sum, output) => sum + (output.type === 'chunk' ? gzipSync(output.code, { level: 9 }).length : 0),
    0,
  );
  const value = round(bytes / 1000);
  return {
    name: 'editor: code of store, windower, drag and lines, gzip',
    value,
    unit: 'kB',
    budget: mostKilobytes,
    within: value <= mostKilobytes,
  };
}
