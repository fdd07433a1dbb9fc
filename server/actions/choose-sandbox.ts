'use server';

import { chooseSandboxInput } from '@/lib/team/choose-sandbox';
import { action } from '@/server/action';
import { setSessionSandbox } from '@/server/db/sessions';

/** Makes a sandbox of the organisation the one this session works in. */
export const chooseSandbox = action(
  { name: 'choose-sandbox', permission: 'onboarding.view', input: chooseSandboxInput },
  async ({ sandboxName }, ctx) => {
    const platform = await ctx.platform(sandboxName);
    await setSessionSandbox(ctx.db, { id: ctx.session.sessionId, sandboxName: platform.sandboxName });
    return { sandboxName: platform.sandboxName };
  },
);
