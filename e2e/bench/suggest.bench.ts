import { chromium } from '@playwright/test';
import { benchInputs } from '@/lib/suggest/cases/bench-inputs';
import { ensureBrowser } from '../../scripts/lib/ensure-browser.mjs';
import { bundle, gzipBytes } from './bundle';
import type { SuggestTimes } from './suggest-page';

type Measured = Record<'small' | 'large', SuggestTimes>;

declare global {
  interface Window {
    measureSuggestions: (script: string) => Promise<Measured>;
  }
}

const worker = 'lib/suggest/suggest.worker.ts';
let measured: Promise<Measured> | undefined;

/** All times of both sizes, taken once in a real browser. */
function measure(): Promise<Measured> {
  measured ??= runInBrowser();
  return measured;
}

async function runInBrowser(): Promise<Measured> {
  const [script, pageScript] = await Promise.all([bundle(worker), bundle('e2e/bench/suggest-page.ts')]);
  const executablePath = await ensureBrowser({ log: console.error });
  const browser = await chromium.launch(executablePath === '' ? {} : { executablePath });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: pageScript });
    return await page.evaluate((code) => window.measureSuggestions(code), script);
  } finally {
    await browser.close();
  }
}

const sizes = [
  { size: 'small', words: '95 × 979 fields', budgetMs: 300 },
  { size: 'large', words: '200 × 10,000 fields', budgetMs: 3_000 },
] as const;

const cellsOf = (size: keyof Measured) =>
  (benchInputs[size].sourceFields.length * benchInputs[size].targetFields.length) / 1e6;
const round = (value: number) => Number(value.toPrecision(3));

export const benchmarks = [
  ...sizes.flatMap(({ size, words, budgetMs }) => {
    const figure = (name: string, pick: (times: SuggestTimes) => number, budget: number) => ({
      name: `suggestions in a browser's worker, ${words}: ${name}`,
      measure: async () => {
        const value = round(pick((await measure())[size]));
        return { value, unit: 'ms', budget, within: value <= budget };
      },
    });
    return [
      figure('first question, worker and its code included', ({ fresh }) => fresh, budgetMs),
      figure('next question about the same target', ({ next }) => next, budgetMs),
      figure('longest block of the page', ({ longestBlock }) => longestBlock, 50),
      figure('slowest answer to a cancel', ({ cancel }) => cancel, 100),
      {
        name: `suggestions in a browser's worker, ${words}: a million pairs, beside Levenshtein on leaf names`,
        measure: async () => {
          const { fresh, levenshtein } = (await measure())[size];
          return {
            value: round(fresh / cellsOf(size)),
            unit: 'ms per million pairs',
            baseline: round(levenshtein / cellsOf(size)),
            ratio: round(fresh / levenshtein),
          };
        },
      },
    ];
  }),
  {
    name: "suggestions: the worker's code",
    measure: async () => ({ value: gzipBytes(await bundle(worker)), unit: 'bytes gzip' }),
  },
];
