'use client';

import { Download } from 'lucide-react';
import { downloadText } from '@/components/shell/download-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { Tabs } from '@/components/ui/tabs';
import { formatList, formatPlural } from '@/lib/format/numbers';
import { dependenciesOf, type PlanObject } from '@/lib/plan/plan';
import { type CurlTarget, toCurl } from '@/lib/plan/to-curl';
import { planFile } from './plan-file';
import type { ReviewedPlan } from './review-view';

export type PlanCardProps = { name: string; plan: ReviewedPlan; curlTarget: CurlTarget };

/** Exactly what Create will send, in its order: every object with its request. No secret is in any of them. */
export function PlanCard({ name, plan, curlTarget }: PlanCardProps) {
  const { objects } = plan;
  const titleOf = (key: string) => objects.find((object) => object.key === key)?.title.toLowerCase() ?? key;
  const handleDownload = () => {
    const { fileName, text } = planFile(name, plan);
    downloadText(fileName, 'application/json', text);
  };
  return (
    <Card
      title="The plan"
      description={`${formatPlural(objects.length, 'object')} in Adobe Experience Platform, in this order. Create sends exactly these requests; the credential is in none of them.`}
      actions={
        <Button size="small" icon={<Icon glyph={Download} />} onPress={handleDownload}>
          Download as JSON
        </Button>
      }
    >
      <ol className="flex flex-col divide-y divide-line">
        {objects.map((object, index) => (
          <li key={object.key} className="py-1 first:pt-0 last:pb-0">
            <PlannedObject
              object={object}
              position={index + 1}
              needs={dependenciesOf(object).map(titleOf)}
              curlTarget={curlTarget}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function PlannedObject({
  object,
  position,
  needs,
  curlTarget,
}: {
  object: PlanObject;
  position: number;
  needs: readonly string[];
  curlTarget: CurlTarget;
}) {
  const { title, name, request } = object;
  return (
    <Disclosure
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
