'use client';

import { Badge } from '@/components/ui/badge';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import type { TargetAdvice } from '@/lib/sources/target-advice';
import { type ClassKind, classKinds } from '@/lib/target/new-target';
import { targetClasses } from '@/lib/target/target-class';
import { type NewTarget, newTargetSchema } from '@/lib/wizard/draft';

type NameField = 'datasetName' | 'schemaTitle' | 'fieldGroupTitle' | 'classTitle' | 'container';

const nameFields: readonly { name: NameField; label: string; hint: string }[] = [
  { name: 'datasetName', label: 'Dataset', hint: 'What people look for in Adobe Experience Platform.' },
  { name: 'schemaTitle', label: 'Schema', hint: 'Titles are unique in a sandbox.' },
  {
    name: 'fieldGroupTitle',
    label: 'Field group',
    hint: 'Holds the new fields, for this schema and others.',
  },
  { name: 'classTitle', label: 'Class', hint: 'Says what kind of thing the records are.' },
  {
    name: 'container',
    label: 'Object for the fields',
    hint: 'Under your tenant object; empty puts them directly under it.',
  },
];

/** What is wrong with one name by itself, or undefined. */
export function nameError(design: NewTarget, name: NameField): string | undefined {
  const issue = newTargetSchema.safeParse(design).error?.issues.find(({ path }) => path[0] === name);
  if (!issue) return undefined;
  if (issue.code === 'too_small') return 'Enter a name.';
  return issue.code === 'too_big' ? 'Use at most 100 characters.' : issue.message;
}

export type DesignNamesProps = {
  design: NewTarget;
  advice: TargetAdvice;
  taken: readonly { field: string; sentence: string }[];
  onChange: (design: NewTarget) => void;
};

/** What a record is, and what the new objects are called. */
export function DesignNames({ design, advice, taken, onChange }: DesignNamesProps) {
  const kind = design.classKind ?? 'profile';
  const chooseClass = (classKind: ClassKind) => {
    const { classTitle, isProfileEnabled, hasConsentFields, ...rest } = design;
    onChange({
      ...rest,
      classKind,
      ...(classKind === 'record' && { classTitle: classTitle ?? `${design.schemaTitle} class` }),
      ...(isProfileEnabled && targetClasses[classKind].canJoinProfile && { isProfileEnabled }),
      // Adobe's consent fields belong to the profile class.
      ...(hasConsentFields && classKind === 'profile' && { hasConsentFields }),
    });
  };
  return (
    <div className="grid gap-6 py-4 lg:grid-cols-2">
      <RadioGroup
        label="What a record is"
        look="cards"
        value={kind}
        onChange={(value) => {
          const chosen = classKinds.find((candidate) => candidate === value);
          if (chosen) chooseClass(chosen);
        }}
        options={classKinds.map((value) => ({
          value,
          label: (
            <span className="flex flex-wrap items-center gap-2">
              {targetClasses[value].title}
              {value === advice.classKind && <Badge tone="info">Proposed</Badge>}
            </span>
          ),
          description:
            value === advice.classKind
              ? `${advice.reason} ${targetClasses[value].use}`
              : targetClasses[value].use,
        }))}
      />
      <div className="flex flex-col gap-4">
        {nameFields
          .filter(({ name }) => name !== 'classTitle' || kind === 'record')
          .map(({ name, label, hint }) => (
            <TextField
              key={name}
              label={label}
              hint={hint}
              isCode={name === 'container'}
              isOptional={name === 'container'}
              value={design[name] ?? ''}
              onChange={(value) => onChange({ ...design, [name]: value })}
              error={nameError(design, name) ?? taken.find(({ field }) => field === name)?.sentence}
              maxLength={120}
            />
          ))}
      </div>
    </div>
  );
}
