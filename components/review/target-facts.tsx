import { Badge } from '@/components/ui/badge';
import { formatPlural } from '@/lib/format/numbers';
import { targetClasses } from '@/lib/target/target-class';
import type { Target, TargetOnSchema } from '@/lib/wizard/draft';
import type { Fact } from './fact-list';

/** Where the records of a path go, and what of it is made for them. */
export function targetFacts(target: Target | null): Fact[] {
  if (!target) return [{ term: 'Dataset', value: undefined }];
  if (target.kind === 'existing') {
    return [
      { term: 'Dataset', value: target.datasetName },
      { term: '', value: 'It exists already; records are added to it.' },
      ...extensionFacts(target),
      ...identityFacts(target),
    ];
  }
  if (target.kind === 'new-dataset') {
    return [
      { term: 'Dataset', value: <NewObject name={target.datasetName} /> },
      { term: 'Schema', value: target.schemaTitle },
      ...extensionFacts(target),
      ...identityFacts(target),
      ...(target.isProfileEnabled
        ? [{ term: 'Profile', value: 'The dataset joins Real-Time Customer Profile, for good.' }]
        : []),
    ];
  }
  return [
    { term: 'Dataset', value: <NewObject name={target.datasetName} /> },
    { term: 'Schema', value: <NewObject name={target.schemaTitle} /> },
    { term: 'Field group', value: <NewObject name={target.fieldGroupTitle} /> },
    { term: 'Class', value: targetClasses[target.classKind ?? 'profile'].title },
    ...identityFacts(target),
    ...(target.isProfileEnabled
      ? [{ term: 'Profile', value: 'Schema and dataset join Real-Time Customer Profile, for good.' }]
      : []),
  ];
}

function extensionFacts({ extension }: TargetOnSchema): Fact[] {
  if (!extension) return [];
  const { fieldGroupTitle, fields } = extension;
  return [
    { term: 'Field group', value: fieldGroupTitle },
    {
      term: '',
      value: `It gets ${formatPlural(fields.length, 'field')}; nothing in it is removed or changed.`,
    },
  ];
}

function identityFacts({ identities = [] }: Target): Fact[] {
  const groups = [
    { term: 'Primary identity', group: identities.filter(({ isPrimary }) => isPrimary) },
    { term: 'Identities', group: identities.filter(({ isPrimary }) => !isPrimary) },
  ];
  return groups.flatMap(({ term, group }): Fact[] =>
    group.length === 0
      ? []
      : [
          {
            term,
            value: (
              <ul>
                {group.map(({ target, namespace }) => (
                  <li key={target}>
                    <bdi className="font-mono text-xs break-all">{target}</bdi> as {namespace}
                  </li>
                ))}
              </ul>
            ),
          },
        ],
  );
}

function NewObject({ name }: { name: string }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {name}
      <Badge tone="info">New</Badge>
    </span>
  );
}
