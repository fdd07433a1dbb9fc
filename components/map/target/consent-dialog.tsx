'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Spinner } from '@/components/ui/spinner';
import { formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import type { NewFieldMapping } from '@/lib/mapping/commands';
import {
  type ConsentAnswers,
  type ConsentOption,
  cautiousAnswers,
  consentMappings,
  consentOptions,
  consentTargets,
  describeChoice,
  type Purpose,
} from '@/lib/mapping/consent-mappings';
import type { ConsentRecords } from '@/lib/sources/consent-records';
import { readPurposesReply } from '@/lib/wizard/replies';
import { ConsentLimits } from './consent-limits';
import { PurposeById } from './purpose-by-id';

const noPurpose = '';

export type ConsentDialogProps = {
  onboardingId: OnboardingId;
  resourcePath: string;
  source: ConsentRecords;
  /** `present`: the target has the consent fields; `addable`: they join the new schema; `missing`: neither. */
  fields: 'present' | 'addable' | 'missing';
  onClose: () => void;
  onApply: (mappings: NewFieldMapping[]) => void;
};

/** Asks which purpose means which choice, and fills Adobe's consent fields by the answers. */
export function ConsentDialog(props: ConsentDialogProps) {
  const { onboardingId, resourcePath, source, fields, onClose, onApply } = props;
  const [answers, setAnswers] = useState<ConsentAnswers>(cautiousAnswers);
  const purposes = useQuery({
    queryKey: ['purposes', onboardingId, resourcePath],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/purposes?${new URLSearchParams({ resourcePath })}`,
        readPurposesReply,
        signal,
      ),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
  const [named, setNamed] = useState<readonly Purpose[]>([]);
  const inSample = purposes.data?.purposes ?? [];
  const known: Purpose[] = [...inSample, ...named];
  const options = consentOptions(known);
  const mappings = consentMappings(source, known, answers);

  return (
    <Dialog
      title="Fill Adobe’s consent fields"
      size="medium"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={
              fields === 'missing'
                ? 'The target has no consent fields.'
                : mappings.length === 0
                  ? 'Answer at least one question with a purpose.'
                  : undefined
            }
            onPress={() => {
              onApply(mappings);
              onClose();
            }}
          >
            {mappings.length === 0 ? 'Map' : `Map ${formatPlural(mappings.length, 'field')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-text-muted">
          Adobe’s applications obey the choices in these fields. Which purpose stands for which choice is a
          decision of whoever answers for privacy in your organisation: nothing is assumed here.
        </p>
        {fields === 'missing' && (
          <Notice tone="caution" title="This target has no consent fields">
            They belong to the field group “Consents and Preferences” of the profile class. Choose a dataset
            whose schema has it, or create the target from the source with the class XDM Individual Profile.
          </Notice>
        )}
        {fields === 'addable' && (
          <Notice tone="info" title="The new schema gets the consent fields">
            Adobe’s field group “Consents and Preferences” is added to it when you map them.
          </Notice>
        )}
        {purposes.isError && (
          <AppErrorNotice error={toAppError(purposes.error)} onRetry={() => void purposes.refetch()} />
        )}
        {purposes.isPending && <Spinner label="Reading the purposes in the sample" />}
        {purposes.data && inSample.length === 0 && (
          <Notice tone="caution" title="No record of the sample names a purpose">
            Collect a consent and open this again, or name a purpose by its id.
          </Notice>
        )}
        {known.length > 0 && (
          <>
            <section aria-labelledby="consent-purposes" className="flex flex-col gap-3">
              <h3 id="consent-purposes" className="text-lg font-semibold">
                Purposes
              </h3>
              <p className="text-sm text-text-muted">
                A topic or an option of a preference can stand for a choice as well: then its purpose has to
                be active, and the topic agreed to.
              </p>
              {consentTargets.map(({ path, question }) => {
                const chosen = options.find(({ key }) => key === answers.purposes[path]);
                return (
                  <Select
                    key={path}
                    label={question}
                    hint={
                      <>
                        <code className="font-mono text-xs">{path}</code>
                        {chosen && <span className="block">{describeChoice(chosen, answers)}</span>}
                      </>
                    }
                    value={answers.purposes[path] ?? noPurpose}
                    onChange={(key) => setAnswers(withPurpose(answers, path, key))}
                    options={[
                      { value: noPurpose, label: 'None: leave this choice alone' },
                      ...options.map((option) => ({
                        value: option.key,
                        label: option.label,
                        description: describeOption(option),
                      })),
                    ]}
                  />
                );
              })}
            </section>
            <section aria-labelledby="consent-doubts" className="flex flex-col gap-4">
              <h3 id="consent-doubts" className="text-lg font-semibold">
                When the answer is in doubt
              </h3>
              <RadioGroup
                label="What does an expired consent count as?"
                value={answers.expired}
                onChange={(value) => setAnswers({ ...answers, expired: value === 'u' ? 'u' : 'n' })}
                options={[
                  { value: 'n', label: 'No', description: 'It must be given anew before anything is sent.' },
                  { value: 'u', label: 'Unknown', description: 'Your own rules for unknown choices apply.' },
                ]}
              />
              <RadioGroup
                label="What does “no consent given” count as?"
                value={answers.neverAsked}
                onChange={(value) =>
                  setAnswers({ ...answers, neverAsked: value === 'n' || value === 'dn' ? value : 'u' })
                }
                options={[
                  { value: 'u', label: 'Unknown', description: 'The person has not said yes or no.' },
                  { value: 'dn', label: 'No by default', description: 'No, until the person says yes.' },
                  { value: 'n', label: 'No', description: 'As if the person had refused.' },
                ]}
              />
              <RadioGroup
                label="What if a person’s record does not mention the purpose?"
                value={answers.absent}
                onChange={(value) => setAnswers({ ...answers, absent: value === 'u' ? 'u' : 'nothing' })}
                options={[
                  { value: 'nothing', label: 'Write nothing', description: 'A choice from elsewhere stays.' },
                  { value: 'u', label: 'Unknown' },
                ]}
              />
            </section>
          </>
        )}
        {purposes.data && <PurposeById known={known} onAdd={(purpose) => setNamed([...named, purpose])} />}
        <ConsentLimits source={source} />
      </div>
    </Dialog>
  );
}

function describeOption({ purpose, part }: ConsentOption): string {
  const { records } = part ?? purpose;
  if (records === 0) return 'Named by its id; in no record of the sample';
  const where = `in ${formatPlural(records, 'record')} of the sample`;
  if (!part) return `${purpose.id} · ${where}`;
  return `${part.kind === 'topic' ? 'Topic' : 'Option of a preference'}, ${where}`;
}

function withPurpose(answers: ConsentAnswers, path: string, id: string): ConsentAnswers {
  const { [path]: _, ...others } = answers.purposes;
  return { ...answers, purposes: id === noPurpose ? others : { ...others, [path]: id } };
}
