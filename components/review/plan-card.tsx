'use client';

import { Download } from 'lucide-react';
import { downloadText } from '@/components/shell/download-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { formatPlural } from '@/lib/format/numbers';
import { dependenciesOf, type PlanObject, partOf } from '@/lib/plan/plan';
import type { CurlTarget } from '@/lib/plan/to-curl';
import { planFile } from './plan-file';
import { PlannedObject } from './planned-object';
import type { ReviewedPlan } from './review-view';

export type PlanCardProps = {
  name: string;
  plan: ReviewedPlan;
  accountName: string | null;
  /** What people call the resource path of a part. */
  titleOf: (resourcePath: string) => string;
  curlTarget: CurlTarget;
};

/** Exactly what Create will send, in its order: every object with its request. No secret is in any of them. */
export function PlanCard({ name, plan, accountName, titleOf, curlTarget }: PlanCardProps) {
  const { objects } = plan;
  const parts = [...new Set(objects.map(partOf))];
  const count = formatPlural(objects.length, 'object');
  const handleDownload = () => {
    const { fileName, text } = planFile(name, plan);
    downloadText(fileName, 'application/json', text);
  };
  return (
    <Card
      title="The plan"
      description={
        parts.length === 1
          ? `${count} in Adobe Experience Platform, in this order. Create sends exactly these requests; the credential is in none of them.`
          : `${count} in Adobe Experience Platform for ${parts.length} dataflows, none of which waits for another. Create sends exactly these requests; the credential is in none of them.`
      }
      actions={
        <Button size="small" icon={<Icon glyph={Download} />} onPress={handleDownload}>
          Download as JSON
        </Button>
      }
    >
      {parts.length === 1 ? (
        <PlannedObjects objects={objects} headingLevel={3} curlTarget={curlTarget} />
      ) : (
        <>
          <p className="pb-2 text-text-muted">
            Shared by all: the account {accountName && <span className="text-text">“{accountName}”</span>},
            which exists already.
          </p>
          <div className="flex flex-col divide-y divide-line border-t border-line">
            {parts.map((part) => {
              const own = objects.filter((object) => partOf(object) === part);
              return (
                <Disclosure
                  key={part}
                  headingLevel={3}
                  className="py-1"
                  title={
                    <span className="flex flex-wrap items-baseline gap-x-2">
                      <span className="font-semibold">{titleOf(part)}</span>
                      <span className="font-normal text-text-muted">
                        {formatPlural(own.length, 'object')}
                      </span>
                    </span>
                  }
                >
                  <PlannedObjects objects={own} headingLevel={4} curlTarget={curlTarget} />
                </Disclosure>
              );
            })}
          </div>
        </>
      )}
    </Card>
  );
}

function PlannedObjects({
  objects,
  headingLevel,
  curlTarget,
}: {
  objects: readonly PlanObject[];
  headingLevel: 3 | 4;
  curlTarget: CurlTarget;
}) {
  const titleOf = (key: string) => objects.find((object) => object.key === key)?.title.toLowerCase() ?? key;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {objects.map((object, index) => (
        <li key={object.key} className="py-1 first:pt-0 last:pb-0">
          <PlannedObject
            object={object}
            position={index + 1}
            needs={dependenciesOf(object).map(titleOf)}
            headingLevel={headingLevel}
            curlTarget={curlTarget}
          />
        </li>
      ))}
    </ol>
  );
}
