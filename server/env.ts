import 'server-only';
import { type Env, readEnv, readLogLevel } from './env-schema';

declare global {
  var tributaryEnv: Env | undefined;
}

/**
 * The configuration, read once per process. Throws one error that lists everything that is wrong, names only,
 * never values.
 */
export function getEnv(): Env {
  if (globalThis.tributaryEnv) return globalThis.tributaryEnv;
  const result = readEnv(process.env);
  if (!result.ok) throw new Error(describeEnvProblems(result.error));
  globalThis.tributaryEnv = result.data;
  return result.data;
}

/** What is wrong with the configuration of this process; an empty list when nothing is. */
export function findEnvProblems(): string[] {
  const result = readEnv(process.env);
  return result.ok ? [] : result.error;
}

/** The list of problems as text for a terminal. */
export function describeEnvProblems(problems: string[]): string {
  return `Tributary cannot start with this configuration:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`;
}

/** The log level by itself: a line may have to be written about a configuration that is wrong. */
export function getLogLevel(): Env['logLevel'] {
  return readLogLevel(process.env);
}
