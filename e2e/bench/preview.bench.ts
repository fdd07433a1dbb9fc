import { chromium } from '@playwright/test';
import { ensureBrowser } from '../../scripts/lib/ensure-browser.mjs';
import { bundle, gzipBytes } from './bundle';

type Measured = { ours: number; byHand: number; oneRow: number; failures: number; same: boolean };

let measured: Promise<Measured> | undefined;

/** The figures of the worker, taken once in a real browser. */
function measure(): Promise<Measured> {
  measured ??= runInBrowser();
  return measured;
}

async function runInBrowser(): Promise<Measured> {
  const code = await bundle('e2e/bench/preview.worker.ts');
  const executablePath = await ensureBrowser({ log: console.error });
  const browser = await chromium.launch(executablePath === '' ? {} : { executablePath });
  try {
    const page = await browser.newPage();
    const answer = await page.evaluate(
      (script) =>
        new Promise<Measured>((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        }),
      code,
    );
    if (!answer.same || answer.failures > 0) throw new Error('the preview and the code by hand differ');
    return answer;
  } finally {
    await browser.close();
  }
}

const round = (value: number) => Number(value.toPrecision(4));

export const benchmarks = [
  {
    name: 'local preview: 10,000 records × 36 mappings (5 calculated) in a browser worker, beside the same by hand',
    measure: async () => {
      const { ours, byHand } = await measure();
      return {
        value: Math.round(10_000_000 / ours),
        unit: 'records/s',
        baseline: Math.round(10_000_000 / byHand),
        ratio: round(ours / byHand),
      };
    },
  },
  {
    name: 'local preview: one row of 36 mappings after a change, compiled anew (a frame is 16 ms)',
    measure: async () => ({ value: round((await measure()).oneRow), unit: 'ms' }),
  },
  {
    name: 'calculated field editor: code loaded when it opens, expression language included',
    measure: async () => ({
      value: gzipBytes(
        await bundle('components/map/expression/expression-dialog.tsx', [
          /^react/,
          /^next/,
          'lucide-react',
          'clsx',
          'zod',
        ]),
      ),
      unit: 'bytes gzip',
    }),
  },
];
