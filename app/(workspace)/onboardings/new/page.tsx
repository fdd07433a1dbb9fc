import type { Metadata } from 'next';
import { SourceCards } from '@/components/home/source-cards';
import { PageBody } from '@/components/shell/page-body';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';
import { homePath } from '@/lib/paths';
import { can } from '@/lib/team/roles';
import { requireSession } from '@/server/auth/session';

export const metadata: Metadata = { title: 'Bring in data' };

export default async function NewOnboardingPage() {
  const { sandboxName, person } = await requireSession();
  if (sandboxName === null) return null;
  return (
    <PageBody isNarrow>
      <PageHeader
        back={<TextLink href={homePath()}>Home</TextLink>}
        title="Where does the data come from?"
        description="You will need a credential that may read it. Your draft is saved as you go."
      />
      <div>
        <SourceCards mayStart={can(person.role, 'onboarding.edit')} />
      </div>
    </PageBody>
  );
}
