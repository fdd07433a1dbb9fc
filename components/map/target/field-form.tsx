'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { conversionOf } from '@/lib/mapping/conversions';
import type { FieldType } from '@/lib/schema/field-type';
import type { FieldStatistics } from '@/lib/schema/statistics';
import type { FieldChange } from '@/lib/target/edit-field';
import { type FieldTypeChoice, fieldTypeChoices, legalFieldName } from '@/lib/target/new-target';
import type { ProposedField } from '@/lib/target/propose-fields';
import { typeChoiceNames } from './describe-field';

const treeTypes: Readonly<Record<FieldTypeChoice, FieldType>> = {
  string: 'string',
  integer: 'integer',
  long: 'long',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  'date-time': 'date-time',
  uri: 'string',
};

const numberTypes: readonly ProposedField['sourceType'][] = ['integer', 'long', 'number'];

export type FieldFormProps = {
  field: ProposedField;
  /** Names of the fields beside it, lower case. */
  siblings: ReadonlySet<string>;
  statistics: FieldStatistics | undefined;
  onEdit: (change: FieldChange) => void;
};

/** Everything that can be changed about one proposed field. The name takes effect when it is legal and free. */
export function FieldForm({ field, siblings, statistics, onEdit }: FieldFormProps) {
  const [name, setName] = useState(field.name);
  const [title, setTitle] = useState(field.title);
  const [description, setDescription] = useState(field.description ?? '');
  const error = !legalFieldName.test(name)
    ? 'Use letters, digits, - and _, starting with a letter.'
    : siblings.has(name.toLowerCase())
      ? 'A field beside it has this name. The registry does not tell small and capital letters apart.'
      : undefined;
  const { sourceType } = field;
  // Seconds become a time by a calculation, which cannot be made for each entry of a list.
  const canBeTime = numberTypes.includes(sourceType) && !field.isList && !field.source.includes('[*]');
  const choices = fieldTypeChoices.filter(
    (choice) =>
      sourceType === 'object' ||
      choice === sourceType ||
      field.isGuess ||
      (canBeTime && (choice === 'date' || choice === 'date-time')) ||
      conversionOf(treeTypes[sourceType], treeTypes[choice]).verdict !== 'refused',
  );
  const isEpoch = canBeTime && (field.type === 'date-time' || field.type === 'date');

  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-text-muted">
        From <bdi className="font-mono text-xs break-all text-text">{field.source}</bdi>
        {statistics && `, ${Math.round(statistics.filledShare * 100)} % filled`}
        {statistics && statistics.examples.length > 0 && (
          <>
            {', such as '}
            <span className="font-mono text-xs">{statistics.examples.join(', ')}</span>
          </>
        )}
        .
        {field.renamedFrom !== undefined &&
          ` XDM does not take “${field.renamedFrom}” as a name here, so it was changed.`}
      </p>
      <TextField
        label="Name"
        isCode
        value={name}
        onChange={(value) => {
          setName(value);
          if (legalFieldName.test(value) && !siblings.has(value.toLowerCase())) {
            onEdit({ name: value });
          }
        }}
        error={error}
        maxLength={128}
      />
      {field.type !== 'object' && (
        <Select
          label={field.isList ? 'Type of each entry' : 'Type'}
          value={field.type}
          onChange={(value) => {
            const type = fieldTypeChoices.find((choice) => choice === value);
            if (type) onEdit({ type: type === sourceType && !field.isGuess ? undefined : type });
          }}
          options={choices.map((choice) => ({ value: choice, label: typeChoiceNames[choice] }))}
          hint={
            isEpoch
              ? 'The number is read as seconds since 1970 and turned into a time by a calculation.'
              : field.isGuess
                ? 'Every value in the sample was empty: the type is a guess, and cannot be changed once there is data.'
                : undefined
          }
        />
      )}
      <TextField
        label="Title"
        value={title}
        onChange={(value) => {
          setTitle(value);
          onEdit({ title: value });
        }}
        maxLength={255}
      />
      <TextField
        label="Description"
        isOptional
        kind="multiline"
        rows={2}
        value={description}
        onChange={(value) => {
          setDescription(value);
          onEdit({ description: value });
        }}
        maxLength={1_000}
      />
      <div>
        <Button size="small" onPress={() => onEdit({ isLeftOut: true })}>
          Leave this field out
        </Button>
      </div>
    </div>
  );
}
