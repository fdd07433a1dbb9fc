import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListSkeleton } from '@/components/shell/list-skeleton';
import { PageBody } from '@/components/shell/page-body';
import { PageHeader } from '@/components/shell/page-header';
import { ReloadNotice } from '@/components/shell/reload-notice';
import { HistorySwitch } from '@/components/suggestion-settings/history-switch';
import { OutcomeCard } from '@/components/suggestion-settings/outcome-card';
import { PairTable } from '@/components/suggestion-settings/pair-table';
import { Card } from '@/components/ui/card';
import { requireSession } from '@/server/auth/session';
import { loadSuggestionSettings } from '@/server/suggestions/suggestion-history';
import { load } from '../../load';

export const metadata: Metadata = { title: 'Suggestions' };

export default async function SuggestionSettingsPage() {
  await requireSession();
  return (
    <PageBody isNarrow>
      <PageHeader
        title="Suggestions"
        description="Which fields you and your team mapped before, from which the mapping editor learns."
      />
      <Suspense fallback={<ListSkeleton label="Reading what is remembered" />}>
        <Settings />
      </Suspense>
    </PageBody>
  );
}

async function Settings() {
  const settings = await load('load-suggestion-settings', loadSuggestionSettings);
  if (!settings.ok) return <ReloadNotice error={settings.error} />;
  const { isOn, pairs, isCut, canDeleteAll, outcomes } = settings.data;
  return (
    <>
      <Card
        title="Your history"
        description="Field names are kept when a dataflow is created. Values of your records never are."
      >
        <HistorySwitch isOn={isOn} />
      </Card>
      <Card
        title="Remembered fields"
        description="Suggestions look at your own first, then at those of your team."
        isFlush
      >
        <PairTable pairs={pairs} isCut={isCut} canDeleteAll={canDeleteAll} />
      </Card>
      {outcomes && <OutcomeCard {...outcomes} />}
    </>
  );
}
