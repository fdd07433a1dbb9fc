'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboBox } from '@/components/ui/combo-box';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Spinner } from '@/components/ui/spinner';
import { formatList, formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import type { NewFieldMapping } from '@/lib/mapping/commands';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { editField } from '@/lib/target/edit-field';
import { fieldGroupExtensionSchema, maximumAdditions } from '@/lib/target/field-addition-schema';
import type { FieldEdit } from '@/lib/target/new-target';
import { containersOf, type FieldGroupOutline, proposeExtension } from '@/lib/target/propose-extension';
import { proposeFields } from '@/lib/target/propose-fields';
import { mappingOf } from '@/lib/target/propose-mappings';
import type { TargetOnSchema } from '@/lib/wizard/draft';
import { readFieldGroupsReply } from '@/lib/wizard/replies';
import { ExtensionDiff } from './extension-diff';
import { ExtensionSource } from './extension-source';

export type ExtendDialogProps = {
  onboardingId: OnboardingId;
  source: SourceDefinition;
  resourcePath: string;
  sourceSchema: unknown;
  tenantId: string;
  /** As the platform has it, without what is to be added. */
  schema: JsonSchemaNode;
  target: TargetOnSchema;
  /** Source paths that are mapped already. */
  mappedSources: ReadonlySet<string>;
  statistics: SchemaStatistics | undefined;
  onClose: () => void;
  onApply: (target: TargetOnSchema, mappings: NewFieldMapping[]) => void;
};

/** More fields for a schema that exists: chosen in the source, shown as what changes before anything does. */
export function ExtendDialog(props: ExtendDialogProps) {
  const { onboardingId, target, onClose } = props;
  const groups = useQuery({
    queryKey: ['field-groups', onboardingId, target.schemaId],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/field-groups?${new URLSearchParams({ schemaId: target.schemaId })}`,
        readFieldGroupsReply,
        signal,
      ),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const [first] = groups.data?.fieldGroups ?? [];
  if (groups.data && first) {
    return <Extender {...props} fieldGroups={groups.data.fieldGroups} first={first} />;
  }
  return (
    <Dialog
      title="Add fields to the schema"
      size="medium"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      {groups.isError ? (
        <AppErrorNotice error={toAppError(groups.error)} onRetry={() => void groups.refetch()} />
      ) : groups.data ? (
        <Notice tone="info" title="This schema has no field group of your organisation">
          Adobe’s own field groups cannot be changed. Choose “A new dataset, made from the source” as the
          target, or add a field group to the schema in Adobe Experience Platform and open this again.
        </Notice>
      ) : (
        <Spinner label="Reading the field groups" />
      )}
    </Dialog>
  );
}

function Extender(
  props: ExtendDialogProps & { fieldGroups: readonly FieldGroupOutline[]; first: FieldGroupOutline },
) {
  const { source, resourcePath, sourceSchema, tenantId, schema, target, mappedSources, statistics } = props;
  const { fieldGroups, first, onClose, onApply } = props;
  const saved = target.extension;
  const [groupId, setGroupId] = useState<string>(saved?.fieldGroupId ?? first.id);
  const fieldGroup = fieldGroups.find(({ id }) => id === groupId) ?? first;
  const [container, setContainer] = useState(
    saved?.container ?? proposeContainer(first, source, resourcePath),
  );
  const [picked, setPicked] = useState<readonly string[]>(
    () => saved?.fields.map((edit) => edit.source) ?? [],
  );
  const [edits, setEdits] = useState<readonly FieldEdit[]>(() => saved?.fields ?? []);
  const [mapsThem, setMapsThem] = useState(true);

  const candidates = useMemo(
    () => proposeFields(source, sourceSchema).fields.filter(({ type }) => type !== 'object'),
    [source, sourceSchema],
  );
  const fields = useMemo(() => {
    const known = new Map(edits.map((edit) => [edit.source, edit]));
    return picked.map((path): FieldEdit => known.get(path) ?? { source: path });
  }, [picked, edits]);
  const proposed = useMemo(
    () => proposeExtension({ source, sourceSchema, tenantId, schema, fieldGroup, container, fields }),
    [source, sourceSchema, tenantId, schema, fieldGroup, container, fields],
  );
  const extension = {
    fieldGroupId: fieldGroup.id,
    fieldGroupTitle: fieldGroup.title,
    container,
    fields,
    additions: proposed.additions,
  };
  const refused = proposed.rows.filter(({ state }) => state === 'refused').length;
  const usable = proposed.rows.filter(({ state }) => state !== 'refused');
  const isLegal = fieldGroupExtensionSchema.safeParse(extension).success;
  const isCleared = fields.length === 0 && saved !== undefined;
  const disabledReason = isCleared
    ? undefined
    : fields.length === 0
      ? 'Choose at least one field.'
      : refused > 0
        ? 'Rename or remove the fields that cannot be added.'
        : proposed.additions.length > 0 && !isLegal
          ? `At most ${maximumAdditions} fields are added at once, into an object with a legal name.`
          : undefined;

  const apply = () => {
    const { extension: _, ...rest } = target;
    const next: TargetOnSchema = proposed.additions.length > 0 ? { ...rest, extension } : rest;
    onApply(next, mapsThem ? usable.map(({ field, target: path }) => mappingOf(field, path)) : []);
    onClose();
  };

  return (
    <Dialog
      title="Add fields to the schema"
      size="large"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Checkbox className="me-auto self-center" isSelected={mapsThem} onChange={setMapsThem}>
            Map them as well; your own mappings stay
          </Checkbox>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" disabledReason={disabledReason} onPress={apply}>
            {isCleared ? 'Add no fields' : 'Use these fields'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-text-muted">
          The field group grows by the fields you choose. Nothing in it is removed, renamed or given another
          type, and nothing is sent before Create.
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label="Field group"
            value={fieldGroup.id}
            onChange={(id) => {
              const next = fieldGroups.find((group) => group.id === id) ?? first;
              setGroupId(next.id);
              if (!containersOf(next).includes(container)) {
                setContainer(proposeContainer(next, source, resourcePath));
              }
            }}
            options={fieldGroups.map(({ id, title, usedBy }) => ({
              value: id,
              label: title,
              description:
                usedBy.length === 0
                  ? 'Used by this schema only'
                  : `Used by ${formatPlural(usedBy.length, 'other schema')} too`,
            }))}
          />
          <ComboBox
            label="Object for the fields"
            hint={`Below _${tenantId}. Type a name for a new one; empty puts them directly there.`}
            isOptional
            allowsCustomValue
            value={container === '' ? null : container}
            onChange={(value) => setContainer(value ?? '')}
            inputValue={container}
            onInputChange={setContainer}
            error={
              fieldGroupExtensionSchema.shape.container.safeParse(container).success
                ? undefined
                : 'Use letters, digits, - and _, starting with a letter.'
            }
            options={containersOf(fieldGroup)
              .filter((name) => name !== '')
              .map((name) => ({ value: name, label: name, description: 'Exists' }))}
            emptyText="A new object of this name."
          />
        </div>
        {fieldGroup.usedBy.length > 0 && (
          <Notice
            tone="caution"
            title={`${formatPlural(fieldGroup.usedBy.length, 'other schema')} ${fieldGroup.usedBy.length === 1 ? 'uses' : 'use'} this field group`}
          >
            {formatList(fieldGroup.usedBy.slice(0, 10).map((title) => `“${title}”`))}
            {fieldGroup.usedBy.length > 10 && ` and ${fieldGroup.usedBy.length - 10} more`} will show the new
            fields too. Their data stays as it is.
          </Notice>
        )}
        <div className="grid min-w-0 gap-6 lg:grid-cols-2">
          <ExtensionSource
            candidates={candidates}
            picked={picked}
            mappedSources={mappedSources}
            statistics={statistics}
            onChange={setPicked}
          />
          <ExtensionDiff
            rows={proposed.rows}
            statistics={statistics}
            onEdit={(path, change) => setEdits(editField(edits, path, change))}
            onRemove={(path) => setPicked(picked.filter((each) => each !== path))}
          />
        </div>
      </div>
    </Dialog>
  );
}

/** The one object that the field group has, else the one the source's own mapping would use. */
function proposeContainer(
  fieldGroup: FieldGroupOutline,
  source: SourceDefinition,
  resourcePath: string,
): string {
  const present = containersOf(fieldGroup).filter((name) => name !== '');
  const wanted = source.targetContainer(resourcePath);
  return present.includes(wanted) ? wanted : present.length === 1 ? (present[0] ?? wanted) : wanted;
}
