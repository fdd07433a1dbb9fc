'use client';

import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import type { DataflowHealth, HealthStatus } from '@/lib/dataflow/dataflow-view';
import { describeHealth } from '@/lib/dataflow/describe-health';
import { formatPlural } from '@/lib/format/numbers';
import { newOnboardingPath } from '@/lib/paths';
import { DataflowTable } from './dataflow-table';

/** All dataflows of the sandbox, found by name and health. */
export function DataflowBrowser({ dataflows }: { dataflows: readonly DataflowHealth[] }) {
  const [search, setSearch] = useState('');
  const [health, setHealth] = useState<string>('all');
  if (dataflows.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-surface">
        <EmptyState
          title="No dataflows in this sandbox yet"
          actions={
            <LinkButton variant="primary" href={newOnboardingPath()}>
              Bring in data
            </LinkButton>
          }
        >
          <p>A dataflow appears here as soon as an onboarding is created.</p>
        </EmptyState>
      </div>
    );
  }
  const wanted = search.trim().toLocaleLowerCase();
  const found = dataflows.filter(
    (dataflow) =>
      (health === 'all' || dataflow.health === health) && dataflow.name.toLocaleLowerCase().includes(wanted),
  );
  const present = [...new Set(dataflows.map((dataflow) => dataflow.health))];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <SearchField
          label="Search by name"
          value={search}
          onChange={setSearch}
          className="max-w-sm flex-1 basis-48"
        />
        <Select
          label="Health"
          isLabelHidden
          value={health}
          onChange={setHealth}
          options={[
            { value: 'all', label: 'Any health' },
            ...present.map((status: HealthStatus) => ({
              value: status,
              label: describeHealth(status).label,
            })),
          ]}
          className="w-56"
        />
        <p role="status" className="ms-auto text-text-muted">
          {found.length === dataflows.length
            ? formatPlural(dataflows.length, 'dataflow')
            : `${found.length} of ${formatPlural(dataflows.length, 'dataflow')}`}
        </p>
      </div>
      <div className="rounded-lg border border-line bg-surface">
        {found.length === 0 ? (
          <EmptyState title="No dataflow matches">
            <p>Change the name you search for, or choose another health.</p>
          </EmptyState>
        ) : (
          <DataflowTable dataflows={found} />
        )}
      </div>
    </div>
  );
}
