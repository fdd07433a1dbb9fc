'use client';

import { useMemo, useState } from 'react';
import { SchemaTree } from '@/components/schema-tree/schema-tree';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { formatPlural } from '@/lib/format/numbers';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { editField, leaveOutFields } from '@/lib/target/edit-field';
import type { FieldEdit } from '@/lib/target/new-target';
import { type ProposedField, type ProposedFields, proposeFields } from '@/lib/target/propose-fields';
import { proposeSchema, tenantPath } from '@/lib/target/propose-target';
import type { NewTarget } from '@/lib/wizard/draft';
import { FieldForm } from './field-form';

const listed = 200;

export type DesignFieldsProps = {
  source: SourceDefinition;
  sourceSchema: unknown;
  tenantId: string;
  design: NewTarget;
  statistics: SchemaStatistics | undefined;
  onChange: (edits: FieldEdit[]) => void;
};

/** The schema as it would be made, as a tree; the field that is chosen there can be edited beside it. */
export function DesignFields(props: DesignFieldsProps) {
  const { source, sourceSchema, tenantId, design, statistics, onChange } = props;
  const [active, setActive] = useState<string>();
  // The field of the last edit, by its path in the source.
  const [edited, setEdited] = useState<string>();
  const { container, classKind, fieldEdits, hasConsentFields } = design;
  // 5,000 fields take a while: not with every key in a name above.
  const { proposed, tree } = useMemo(() => {
    const shape = {
      container,
      ...(classKind && { classKind }),
      ...(fieldEdits && { fieldEdits }),
      ...(hasConsentFields && { hasConsentFields }),
    };
    return {
      proposed: proposeFields(source, sourceSchema, fieldEdits),
      tree: buildSchemaTree(proposeSchema(source, sourceSchema, tenantId, shape)),
    };
  }, [source, sourceSchema, tenantId, container, classKind, fieldEdits, hasConsentFields]);
  const pathOf = (field: ProposedField) => tenantPath(tenantId, container, field.path);
  const field = proposed.fields.find(({ source: path, isLeftOut }) => path === active && !isLeftOut);
  const tenantRoot = `_${tenantId}`;
  const lastEdited = proposed.fields.find(({ source: path }) => path === edited);
  // An edit makes a new tree, in which the folders around the field have to be open again.
  const openPaths = [
    tenantRoot,
    `${tenantRoot}.${container}`,
    ...(lastEdited ? foldersAbove(pathOf(lastEdited)) : []),
  ];

  return (
    <div className="grid min-w-0 gap-4 py-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <SchemaTree
        tree={tree}
        label="fields of the new schema"
        openPaths={openPaths}
        testIdPrefix="design-row"
        hasDetail={false}
        className="h-[min(32rem,55dvh)]"
        onActiveChange={(path) => setActive(proposed.fields.find((each) => pathOf(each) === path)?.source)}
      />
      <div className="flex min-w-0 flex-col gap-4">
        {field ? (
          <FieldForm
            key={field.source}
            field={field}
            siblings={siblingNames(proposed, field)}
            statistics={statistics?.get(field.source)}
            onEdit={(change) => {
              setEdited(field.source);
              onChange(editField(fieldEdits, field.source, change));
            }}
          />
        ) : (
          <p className="text-text-muted">
            Choose a field in the tree to rename it, change its type, describe it, or leave it out. Standard
            fields and the objects around yours stay as they are.
          </p>
        )}
        <FieldNotes proposed={proposed} edits={fieldEdits} onChange={onChange} />
      </div>
    </div>
  );
}

/** The folders around a field, in the words of the tree. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    folders.push(path.slice(0, end).replace(/\[\*\]$/, ''));
  }
  return folders;
}

function siblingNames({ fields }: ProposedFields, field: ProposedField): ReadonlySet<string> {
  const parent = (path: string) => path.slice(0, path.length - field.name.length);
  const prefix = parent(field.path);
  return new Set(
    fields
      .filter(
        (other) =>
          other.source !== field.source &&
          !other.isLeftOut &&
          other.depth === field.depth &&
          other.path.slice(0, other.path.length - other.name.length) === prefix,
      )
      .map(({ name }) => name.toLowerCase()),
  );
}

function FieldNotes({
  proposed,
  edits,
  onChange,
}: {
  proposed: ProposedFields;
  edits: readonly FieldEdit[] | undefined;
  onChange: (edits: FieldEdit[]) => void;
}) {
  const leftOut = proposed.fields.filter(({ isLeftOut }) => isLeftOut);
  const renamed = proposed.fields.filter(
    ({ renamedFrom, isLeftOut }) => renamedFrom !== undefined && !isLeftOut,
  );
  const guesses = proposed.fields.filter(({ isGuess, isLeftOut }) => isGuess && !isLeftOut);
  return (
    <div className="flex min-w-0 flex-col divide-y divide-line border-t border-line">
      {guesses.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
          <span>{formatPlural(guesses.length, 'field')} had no value in the sample.</span>
          <Button
            size="small"
            onPress={() =>
              onChange(
                leaveOutFields(
                  edits,
                  guesses.map(({ source }) => source),
                  true,
                ),
              )
            }
          >
            Leave them out
          </Button>
        </div>
      )}
      {leftOut.length > 0 && (
        <Disclosure title={`${formatPlural(leftOut.length, 'field')} left out`} headingLevel={3}>
          <ul className="flex max-h-60 flex-col gap-1 overflow-y-auto">
            {leftOut.slice(0, listed).map(({ source }) => (
              <li key={source} className="flex items-center justify-between gap-2">
                <bdi className="min-w-0 truncate font-mono text-xs">{source}</bdi>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Put ${source} back`}
                  onPress={() => onChange(leaveOutFields(edits, [source], false))}
                >
                  Put back
                </Button>
              </li>
            ))}
          </ul>
          <Button
            size="small"
            onPress={() =>
              onChange(
                leaveOutFields(
                  edits,
                  leftOut.map(({ source }) => source),
                  false,
                ),
              )
            }
          >
            Put all back
          </Button>
        </Disclosure>
      )}
      {renamed.length > 0 && (
        <Disclosure title={`${formatPlural(renamed.length, 'name')} made legal`} headingLevel={3}>
          <ul className="max-h-60 overflow-y-auto text-xs">
            {renamed.slice(0, listed).map(({ source, renamedFrom, name }) => (
              <li key={source} className="font-mono break-all">
                {renamedFrom} → {name}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {proposed.skipped.length > 0 && (
        <Disclosure
          title={`${formatPlural(proposed.skipped.length, 'object')} without a place`}
          headingLevel={3}
        >
          <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto text-sm">
            {proposed.skipped.slice(0, listed).map(({ path, reason }) => (
              <li key={path}>
                <bdi className="font-mono text-xs break-all">{path}</bdi>{' '}
                <span className="text-text-muted">{reason}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
