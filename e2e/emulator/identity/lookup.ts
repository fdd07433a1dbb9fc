import type { Sandbox } from '@/e2e/emulator/contract';
import { allNamespaces } from './namespace-state';

/** Whether a sandbox has the namespace, named by its code (case counts) or by its number. */
export function knownNamespace(sandbox: Sandbox, by: 'code' | 'id', value: string): boolean {
  return allNamespaces(sandbox).some((namespace) => String(namespace[by]) === value);
}
