import type { ReactNode } from 'react';
import { PageBody } from '@/components/shell/page-body';
import { DraftVersionProvider } from '@/components/wizard/draft-version';

/** Stays between the steps, and with it what this tab knows of the draft's version. */
export default function OnboardingLayout({ children }: { children: ReactNode }) {
  return (
    <PageBody width="wide">
      <DraftVersionProvider>{children}</DraftVersionProvider>
    </PageBody>
  );
}
