import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { buildPage } from './build-page.mjs';
import { measureCodeSize } from './code-size';
import { type EditorRun, measureEditor, warmUp } from './measure-editor';
import type { PanesKind } from './page/panes-kind';
import { createPageSession } from './page-session';
import type { Report } from './report';
import { reportBudgets } from './report-budgets';
import { startBrowser } from './running-app';

const pairs = Number(process.env.BENCH_PAIRS ?? 7);
const sizes = [10_000, 50_000] as const;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The budgets of the mapping editor at 10,000 and 50,000 fields a pane, against a plain list and a well-known tree. */
async function measureBudgets(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'editor-bench-'));
  const server = createServer((request, response) => {
    const file = path.join(folder, request.url === '/' ? 'index.html' : path.normalize(request.url ?? ''));
    response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  const browser = await startBrowser();
  try {
    await buildPage(folder);
    await new Promise<void>((resolve) =>
      server.listen(Number(process.env.BENCH_PAGE_PORT ?? 0), '127.0.0.1', resolve),
    );
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const runs: EditorRun[] = [];
    const open = async (kind: PanesKind) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const devtools = await page.context().newCDPSession(page);
      // Processor time of the page's own thread: what else the machine does must not count.
      await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForSelector('body[data-ready]');
      const session = createPageSession(page, devtools);
      const emptyMegabytes = await session.heapMegabytes();
      await warmUp(session, kind);
      return { kind, page, session, emptyMegabytes };
    };
    for (const size of sizes) {
      // One page a kind: what one leaves in memory must not be collected while another is measured.
      const pages = [await open('product'), await open('plain'), await open('peer'), await open('view')];
      for (let pair = 0; pair < pairs; pair += 1) {
        for (const { kind, page, session, emptyMegabytes } of pages) {
          await page.bringToFront();
          runs.push(await measureEditor(session, kind, size, emptyMegabytes));
        }
      }
      for (const { page } of pages) await page.close();
    }
    reportBudgets(runs, report);
    report(await measureCodeSize());
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const suites = [{ name: 'editor', run: measureBudgets }];
