import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { bandNames } from '@/lib/mapping/band-names';
import type { OutcomesByBand, SuggestionOutcomes } from '@/lib/mapping/suggestion-outcomes';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const bands = ['high', 'medium', 'low'] as const;
const outcomes = [
  { id: 'accepted', header: 'Accepted' },
  { id: 'changed', header: 'Mapped otherwise' },
  { id: 'rejected', header: 'Rejected' },
  { id: 'left', header: 'Left open' },
] as const;

/** How often suggestions were right, over everything the team created. */
export function OutcomeCard({ creations, counts }: { creations: number; counts: OutcomesByBand }) {
  const rows = bands
    .map((band) => ({ band, ...counts[band] }))
    .filter((row) => row.accepted + row.changed + row.rejected + row.left > 0);
  return (
    <Card
      title="How good the suggestions were"
      description={
        creations === 0
          ? undefined
          : `Over ${creations === 1 ? 'one creation' : `${creations.toLocaleString('en')} creations`} of your team. Only owners see this.`
      }
      isFlush
    >
      {rows.length === 0 ? (
        <EmptyState title="Nothing to count yet" headingLevel={3}>
          <p>After the first dataflow that was mapped with suggestions, their hit rate stands here.</p>
        </EmptyState>
      ) : (
        <Table
          caption="What became of suggestions"
          rows={rows}
          rowKey={({ band }) => band}
          columns={[
            { id: 'band', header: 'Offered as', isRowHeader: true, cell: ({ band }) => bandNames[band] },
            {
              id: 'rate',
              header: 'Right',
              isNumeric: true,
              cell: (row) => <strong className="font-semibold">{hitRate(row)}</strong>,
            },
            ...outcomes.map(({ id, header }) => ({
              id,
              header,
              isNumeric: true,
              cell: (row: SuggestionOutcomes) => row[id].toLocaleString('en'),
              ...(id !== 'accepted' && { hiddenBelow: 'sm' as const }),
            })),
          ]}
        />
      )}
    </Card>
  );
}

/** What was left open says nothing about the suggestion. */
function hitRate({ accepted, changed, rejected }: SuggestionOutcomes): string {
  const decided = accepted + changed + rejected;
  return decided === 0 ? '–' : percent.format(accepted / decided);
}
