'use client';

import { StatusLight } from '@/components/ui/status-light';
import type { Diagnostic } from '@/lib/expression/diagnostic';

const tones = { error: 'negative', warning: 'caution', hint: 'info' } as const;
const mostListed = 20;

export type ProblemListProps = {
  problems: readonly Diagnostic[];
  onSelect: (problem: Diagnostic) => void;
};

/** What is wrong or doubtful, each with its place; pressing one selects that place. */
export function ProblemList({ problems, onSelect }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label="Problems in the expression" className="flex flex-col gap-0.5">
      {problems.slice(0, mostListed).map((problem) => (
        <li key={`${problem.from} ${problem.to} ${problem.message}`}>
          <button
            type="button"
            onClick={() => onSelect(problem)}
            className="focus-ring flex w-full items-start gap-2 rounded-sm px-1 py-0.5 text-start text-sm hover:bg-surface-hover"
          >
            <span className="tabular shrink-0 text-xs leading-5.5 text-text-muted">
              Character {problem.from + 1}
            </span>
            <StatusLight tone={tones[problem.severity]}>{endSentence(problem.message)}</StatusLight>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Some messages end in the question that they ask. */
function endSentence(message: string): string {
  return /[?.!]$/.test(message) ? message : `${message}.`;
}
