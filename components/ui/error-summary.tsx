'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';

export type FieldProblem = {
  /** The `id` of the input. */
  fieldId: string;
  /** The same sentence as at the field. */
  message: string;
};

export type ErrorSummaryProps = {
  problems: readonly FieldProblem[];
  title?: string;
  /** Change it on every refused submit: focus moves here again. */
  submitCount: number;
};

/** The list of what is wrong with a form, on top of it; takes focus after a refused submit. */
export function ErrorSummary({ problems, title, submitCount }: ErrorSummaryProps) {
  const frame = useRef<HTMLElement>(null);
  const hasProblems = problems.length > 0;
  useEffect(() => {
    if (hasProblems && submitCount > 0) frame.current?.focus();
  }, [hasProblems, submitCount]);
  if (!hasProblems) return null;
  const heading =
    title ??
    (problems.length === 1 ? 'One entry needs a change' : `${problems.length} entries need a change`);
  return (
    <section
      ref={frame}
      tabIndex={-1}
      role="alert"
      aria-label={heading}
      className="focus-ring rounded-md border border-negative bg-negative-soft px-4 py-3"
    >
      <h2 className="flex items-start gap-2 text-lg font-semibold text-negative-strong">
        <CircleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
        {heading}
      </h2>
      <ul className="mt-1 list-disc ps-11">
        {problems.map((problem) => (
          <li key={`${problem.fieldId}:${problem.message}`}>
            <a
              href={`#${problem.fieldId}`}
              onClick={(event) => {
                const field = document.getElementById(problem.fieldId);
                if (!field) return;
                event.preventDefault();
                field.focus();
                field.scrollIntoView({ block: 'center' });
              }}
              className="text-link focus-ring text-negative-strong"
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
