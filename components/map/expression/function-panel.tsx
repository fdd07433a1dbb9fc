'use client';

import { useId, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import { searchFunctions } from '@/lib/expression/complete-expression';
import type { ExpressionFunction } from '@/lib/expression/function-definition';
import { expressionFunctions } from '@/lib/expression/functions';

const allCategories = 'all';
const categories = [
  { value: allCategories, label: 'All categories' },
  ...[...new Set(expressionFunctions.map(({ category }) => category))].map((category) => ({
    value: category,
    label: category,
  })),
];

/** Every function of the language, found by name, meaning and category, each with a button that inserts it. */
export function FunctionPanel({ onInsert }: { onInsert: (definition: ExpressionFunction) => void }) {
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState(allCategories);
  const found = searchFunctions(query, category === allCategories ? undefined : category);
  return (
    <div className="flex min-h-0 flex-col gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,9.5rem)] gap-2">
        <SearchField
          label="Find a function by name or meaning"
          placeholder="Name or meaning"
          value={query}
          onChange={setQuery}
        />
        <Select label="Category" isLabelHidden options={categories} value={category} onChange={setCategory} />
      </div>
      <p role="status" className="text-xs text-text-muted">
        {found.length === 0
          ? 'No function found. Try another word for what it should do.'
          : `${found.length} ${found.length === 1 ? 'function' : 'functions'}`}
      </p>
      <ul aria-label="Functions" className="flex max-h-[26rem] flex-col overflow-y-auto pe-1">
        {found.map((definition) => (
          <FunctionItem key={definition.name} definition={definition} onInsert={() => onInsert(definition)} />
        ))}
      </ul>
    </div>
  );
}

function FunctionItem({ definition, onInsert }: { definition: ExpressionFunction; onInsert: () => void }) {
  const id = useId();
  return (
    <li className="flex items-start gap-2 border-t border-line py-2 first:border-t-0">
      <div id={id} className="min-w-0 flex-1 text-sm">
        <p className="font-mono text-xs font-semibold break-words">{definition.signature}</p>
        <p>{definition.description}</p>
        <p className="mt-0.5 font-mono text-xs break-words text-text-muted">
          {definition.example} → {definition.result}
        </p>
        {(definition.onlyFor !== undefined || !definition.offline) && (
          <p className="mt-1 flex flex-wrap gap-1">
            {definition.onlyFor !== undefined && <Badge tone="caution">only for {definition.onlyFor}</Badge>}
            {!definition.offline && <Badge tone="caution">result from Adobe only</Badge>}
          </p>
        )}
      </div>
      <Button size="small" aria-label={`Insert ${definition.name}`} aria-describedby={id} onPress={onInsert}>
        Insert
      </Button>
    </li>
  );
}
