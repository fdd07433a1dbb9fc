import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = new URL('../..', import.meta.url);
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), resolved: z.string().optional() }),
  ),
});
const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/**
 * The lowest version with every published security fix we know of, per package that has had one. `ifPresent` marks
 * what other packages may bring along. Raise a floor on the day an advisory appears.
 */
const floors = [
  { name: 'next', floor: '16.4.6', because: 'remote code execution and proxy bypasses fixed up to 16.4.1' },
  { name: 'react', floor: '19.3.1', because: 'server component denial of service' },
  { name: 'react-dom', floor: '19.3.1', because: 'server component denial of service' },
  { name: 'next-auth', floor: '4.24.15', because: 'sign-in cookies mixed between providers' },
  { name: 'sharp', floor: '0.35.5', because: 'code execution by AVIF and SVG', ifPresent: true },
  { name: 'nodemailer', floor: '9.0.1', because: 'address look-alikes', ifPresent: true },
  { name: '@auth/core', floor: '0.41.3', because: 'sign-in cookies mixed', ifPresent: true },
  { name: 'better-auth', floor: '1.4.9', because: 'session forgery', ifPresent: true },
];

/** Negative when the first version is the older one; a pre-release is older than its release. */
function compareVersions(one: string, other: string): number {
  const [oneCore = '', onePre] = one.split('-');
  const [otherCore = '', otherPre] = other.split('-');
  const difference = oneCore.localeCompare(otherCore, 'en', { numeric: true });
  if (difference !== 0) return difference;
  return Number(otherPre !== undefined) - Number(onePre !== undefined);
}

function readLock() {
  return lockSchema.parse(JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'))).packages;
}

function listVersions(name: string): string[] {
  return Object.entries(readLock())
    .filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version ?? '');
}

test('versions are compared by number, and a pre-release is older than its release', () => {
  expect(compareVersions('16.10.0', '16.4.6')).toBeGreaterThan(0);
  expect(compareVersions('16.4.6-canary.1', '16.4.6')).toBeLessThan(0);
  expect(compareVersions('4.24.15', '4.24.15')).toBe(0);
});

test.each(floors)('$name is at least $floor: $because', ({ name, floor, ifPresent = false }) => {
  const versions = listVersions(name);
  expect(versions.filter((version) => compareVersions(version, floor) < 0)).toEqual([]);
  expect(versions.length > 0 || ifPresent).toBe(true);
});

test('the lock file holds no download address, so that it works with any registry', () => {
  const withAddress = Object.entries(readLock()).filter(([, { resolved }]) => resolved !== undefined);
  expect(withAddress).toEqual([]);
});

test('package.json names exact versions, because the last way to install ignores the lock file', () => {
  const { dependencies, devDependencies } = manifestSchema.parse(
    JSON.parse(readFileSync(new URL('package.json', root), 'utf8')),
  );
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});
