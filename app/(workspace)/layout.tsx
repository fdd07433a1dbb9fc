import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AbsenceNotice } from '@/components/shell/absence-notice';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { PersonMenu } from '@/components/shell/person-menu';
import { SandboxChooser } from '@/components/shell/sandbox-chooser';
import type { SandboxOption } from '@/components/shell/sandbox-option';
import { SandboxPicker } from '@/components/shell/sandbox-picker';
import { SkipLink } from '@/components/shell/skip-link';
import { TopBar } from '@/components/shell/top-bar';
import { readTheme, themeCookie } from '@/lib/theme';
import { listOrganisationSandboxes } from '@/server/auth/require-platform-context';
import { requireSession } from '@/server/auth/session';
import { load } from './load';

/** The frame behind the sign-in. Pages check the session themselves too: a layout is not rendered again on the way. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { person, orgId, sandboxName } = await requireSession();
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  const listed = await load('list-sandboxes', async () => toOptions(await listOrganisationSandboxes(orgId)));
  const sandboxes = listed.ok ? listed.data : [];
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <TopBar
        hasNavigation={sandboxName !== null}
        sandbox={sandboxName !== null && <SandboxPicker current={sandboxName} sandboxes={sandboxes} />}
        person={<PersonMenu person={person} theme={theme} />}
      />
      <main id="main" tabIndex={-1} className="flex w-full flex-1 flex-col outline-none">
        {sandboxName !== null && children}
        {sandboxName === null && (
          <div className="px-4 sm:px-6">
            {listed.ok ? (
              <SandboxChooser sandboxes={sandboxes} />
            ) : (
              <AppErrorNotice error={listed.error} headingLevel={2} className="mx-auto mt-12 max-w-3xl" />
            )}
          </div>
        )}
      </main>
      <AbsenceNotice />
    </div>
  );
}

function toOptions(sandboxes: Awaited<ReturnType<typeof listOrganisationSandboxes>>): SandboxOption[] {
  return sandboxes.map(({ name, title, type, region }) => ({
    name,
    title,
    region,
    isProduction: type === 'production',
  }));
}
