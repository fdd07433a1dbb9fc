import type { SandboxType } from '@/lib/suggestion-history/suggestion-history';
import type { PlatformContext } from '@/server/platform/platform-context';
import { listSandboxes } from '@/server/platform/sandboxes/sandboxes';

/** Whether the sandbox of a context is a production one; every other type counts as development. */
export async function readSandboxType(platform: PlatformContext): Promise<SandboxType> {
  const sandboxes = await listSandboxes(platform);
  const sandbox = sandboxes.find(({ name }) => name === platform.sandboxName);
  return sandbox?.type === 'production' ? 'production' : 'development';
}
