import { Badge } from '@/components/ui/badge';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { FieldStatistics } from '@/lib/schema/statistics';
import { fieldTypeNames } from './field-type-icon';

const hintNames: Record<FieldStatistics['hints'][number], string> = {
  email: 'looks like an e-mail address',
  id: 'looks like an id',
  'epoch-seconds': 'looks like a time in seconds',
  'epoch-milliseconds': 'looks like a time in milliseconds',
  'iso-time': 'looks like a time',
  currency: 'looks like a currency',
  country: 'looks like a country',
  url: 'looks like a link',
};

export type FieldDetailProps = {
  tree: SchemaTree;
  /** −1 shows `hint`. */
  id: number;
  statistics?: FieldStatistics | undefined;
  hint: string;
};

/** What is known about one field. */
export function FieldDetail({ tree, id, statistics, hint }: FieldDetailProps) {
  if (id < 0 || id >= tree.count) return <p className="text-sm text-text-muted">{hint}</p>;
  const type = tree.type[id] ?? 'unknown';
  const itemType = tree.itemType[id];
  const values = tree.enum[id];
  const valueCount = tree.enumSize[id] ?? 0;
  return (
    <div className="min-w-0 space-y-1 text-sm">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <bdi className="min-w-0 font-mono text-xs font-medium break-all">{tree.path[id]}</bdi>
        <span className="text-text-muted">
          {fieldTypeNames[type]}
          {itemType ? ` of ${fieldTypeNames[itemType]}` : ''}
        </span>
        {tree.required[id] === 1 && <Badge>required</Badge>}
        {tree.deprecated[id] === 1 && <Badge tone="caution">deprecated</Badge>}
      </p>
      {statistics && (
        <p className="tabular text-xs text-text-muted">
          {Math.round(statistics.filledShare * 100)} % filled
          {statistics.distinct > 0 && ` · ${statistics.distinct} distinct`}
          {statistics.hints[0] && ` · ${hintNames[statistics.hints[0]]}`}
          {statistics.examples.length > 0 && (
            <>
              {' · '}
              <span className="font-mono">{statistics.examples.join(', ')}</span>
            </>
          )}
        </p>
      )}
      {tree.description[id] !== undefined && (
        <p className="line-clamp-3 text-xs text-text-muted">{tree.description[id]}</p>
      )}
      {values && (
        <p className="line-clamp-2 text-xs text-text-muted">
          One of {values.slice(0, 8).join(', ')}
          {valueCount > 8 && ` and ${(valueCount - 8).toLocaleString('en')} more`}
        </p>
      )}
    </div>
  );
}
