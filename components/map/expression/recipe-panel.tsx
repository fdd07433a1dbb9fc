'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { StatusLight } from '@/components/ui/status-light';
import { describeResult, evaluateSample, type SampleTarget } from '@/lib/mapping/evaluate-sample';
import type { Recipe } from '@/lib/mapping/recipes';

export type RecipePanelProps = {
  recipes: readonly Recipe[];
  /** The record on show; its result is shown before anything is taken. */
  record: unknown;
  target: SampleTarget;
  nowMs: number;
  onUse: (recipe: Recipe) => void;
};

/** Calculations that fit this target and these fields, each with what it does and gives. */
export function RecipePanel({ recipes, record, target, nowMs, onUse }: RecipePanelProps) {
  const { schema, path } = target;
  const results = useMemo(
    () => recipes.map(({ expression }) => evaluateSample(expression, [record], { schema, path }, nowMs)?.[0]),
    [recipes, record, schema, path, nowMs],
  );
  if (recipes.length === 0) {
    return (
      <p className="text-sm text-text-muted">No recipe fits this target and the fields of the source.</p>
    );
  }
  return (
    <ul aria-label="Recipes" className="flex max-h-[28rem] flex-col overflow-y-auto pe-1">
      {recipes.map((recipe, at) => {
        const result = results[at];
        return (
          <li
            key={`${recipe.id} ${recipe.sourceId}`}
            className="flex items-start gap-2 border-t border-line py-2 first:border-t-0"
          >
            <div className="min-w-0 flex-1 text-sm">
              <p>
                <span className="font-semibold">{recipe.title}</span>{' '}
                <bdi className="font-mono text-xs break-all text-text-muted">{recipe.path}</bdi>
              </p>
              <p>{recipe.sentence}</p>
              <p className="mt-1 font-mono text-xs break-words text-text-muted">{recipe.expression}</p>
              {record !== undefined && result && (
                <p className="mt-1">
                  {result.ok ? (
                    <span>
                      Gives <bdi className="font-mono text-xs break-all">{describeResult(result.value)}</bdi>{' '}
                      for this record.
                    </span>
                  ) : (
                    <StatusLight tone="caution">{result.message}</StatusLight>
                  )}
                </p>
              )}
            </div>
            <Button
              size="small"
              aria-label={`Use “${recipe.title}” with ${recipe.path}`}
              onPress={() => onUse(recipe)}
            >
              Use
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
