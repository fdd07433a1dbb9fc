import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { canUseApt, installDebianPackages } from './apt.mjs';
import { PlainError } from './plain-error.mjs';
import { captureProcess } from './processes.mjs';
import { projectRoot, toolFile } from './project.mjs';

// The headless shell first: the same engine without a window's compositor, at half the processor time. It is what
// Playwright takes of its own downloads as well.
const programNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isHeadlessShell(file) {
  return path.basename(file) === programNames[0];
}

function findSystemBrowser() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
  const candidates = [
    ...programNames.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  ];
  return candidates.find((file) => path.isAbsolute(file) && isProgram(file));
}

async function findPlaywrightBrowser() {
  const { chromium } = await import('@playwright/test');
  return isProgram(chromium.executablePath());
}

let pending;

/**
 * Finds a Chromium-like browser, or gets one. Answers its file, or '' for the one Playwright downloaded itself
 * (whose headless variant Playwright picks). Order: CHROMIUM_PATH or CHROME_PATH, Playwright's own, the system's
 * headless shell, Debian's package of it, another browser of the system, Playwright's download, Debian's browser.
 */
export function ensureBrowser({ log = console.log } = {}) {
  // Lanes ask side by side, and the package manager lets only one of them in.
  pending ??= findOrGetBrowser(log);
  return pending;
}

async function findOrGetBrowser(log) {
  for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const file = process.env[name];
    if (!file) continue;
    if (!isProgram(file)) throw new PlainError(`${name} is "${file}", which is no program.`);
    return file;
  }
  if (await findPlaywrightBrowser()) return '';
  const found = findSystemBrowser();
  if (found && isHeadlessShell(found)) return found;
  if (canUseApt()) {
    log('Getting a browser for the journeys…');
    await installDebianPackages('chromium-headless-shell', 'fonts-liberation');
    const installed = findSystemBrowser();
    if (installed) return installed;
  }
  if (found) return found;
  log('Getting a browser for the journeys…');
  await captureProcess(process.execPath, [toolFile('playwright'), 'install', 'chromium'], {
    cwd: projectRoot,
  });
  if (await findPlaywrightBrowser()) return '';
  if (canUseApt()) {
    // Debian before 13 and other systems with apt have no package of the shell alone.
    await installDebianPackages('chromium', 'fonts-liberation');
    const installed = findSystemBrowser();
    if (installed) return installed;
  }
  throw new PlainError('No browser: install Chromium or Chrome, or set CHROMIUM_PATH to one.');
}
