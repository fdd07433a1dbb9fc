import type { SandboxName } from '@/lib/ids';

/** A sandbox that people may work in. */
export type SandboxOption = {
  name: SandboxName;
  title: string;
  /** What happens in a production sandbox reaches customers: it is always marked. */
  isProduction: boolean;
  region: string;
};
