import path from 'node:path';
// Next's own copy: the compiler is a Babel plugin, and no other Babel is installed.
import babel from 'next/dist/compiled/babel/core.js';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..', '..');

/**
 * The React Compiler, which the product's own build runs too; types and JSX are left for the bundler.
 *
 * @returns {import('vite').Plugin}
 */
function reactCompiler() {
  return {
    name: 'react-compiler',
    enforce: 'pre',
    transform: (code, id) => {
      if (!/\.tsx?$/.test(id) || id.includes('node_modules')) return null;
      const done = babel.transformSync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: false,
        parserOpts: { plugins: id.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
        plugins: [path.join(root, 'node_modules', 'babel-plugin-react-compiler')],
      });
      return { code: done.code, map: null };
    },
  };
}

/**
 * Builds the benchmark page for production into a folder.
 *
 * @param {string} outDir
 * @returns {Promise<void>}
 */
export async function buildPage(outDir) {
  await build({
    root: path.join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': root } },
    css: { postcss: root },
    esbuild: { jsx: 'automatic' },
    plugins: [reactCompiler()],
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5_000 },
  });
}
