import { CodeBlock } from '@/components/ui/code-block';
import { Disclosure } from '@/components/ui/disclosure';
import { Tabs } from '@/components/ui/tabs';
import { formatList } from '@/lib/format/numbers';
import type { PlanObject } from '@/lib/plan/plan';
import { type CurlTarget, toCurl } from '@/lib/plan/to-curl';

export type PlannedObjectProps = {
  object: PlanObject;
  /** Counted from 1. */
  position: number;
  /** Titles of the objects it needs. */
  needs: readonly string[];
  headingLevel: 3 | 4;
  curlTarget: CurlTarget;
};

/** One object of the plan, closed to a line until somebody wants to read its request. */
export function PlannedObject({ object, position, needs, headingLevel, curlTarget }: PlannedObjectProps) {
  const { title, name, request } = object;
  return (
    <Disclosure
      headingLevel={headingLevel}
      title={
        <span className="grid min-w-0 grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 sm:grid-cols-[1.25rem_10rem_minmax(0,1fr)]">
          <span className="tabular text-text-muted">{position}</span>
          <span>{title}</span>
          <span className="col-start-2 min-w-0 font-normal break-words text-text-muted sm:col-start-3">
            {name}
          </span>
        </span>
      }
    >
      <div className="flex min-w-0 flex-col gap-3">
        <p className="text-text-muted">
          {needs.length === 0
            ? 'Depends on nothing else that is created here.'
            : `Depends on the ${formatList(needs)}, whose ids take the place of the words in brackets.`}
        </p>
        <p className="font-mono text-sm break-all">
          <span className="font-semibold">{request.method}</span> {request.path}
        </p>
        <Tabs
          label={`Request for the ${title.toLowerCase()}`}
          tabs={[
            {
              id: 'body',
              label: 'Request body',
              content: (
                <CodeBlock
                  code={JSON.stringify(request.body, null, 2)}
                  what={`request body of the ${title.toLowerCase()}`}
                />
              ),
            },
            {
              id: 'curl',
              label: 'cURL',
              content: (
                <CodeBlock
                  code={toCurl(object, curlTarget)}
                  what={`cURL command for the ${title.toLowerCase()}`}
                />
              ),
            },
          ]}
        />
      </div>
    </Disclosure>
  );
}
