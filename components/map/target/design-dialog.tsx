'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Spinner } from '@/components/ui/spinner';
import { Tabs } from '@/components/ui/tabs';
import { formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { moveDesign } from '@/lib/target/move-design';
import { proposeDesign } from '@/lib/target/propose-design';
import { proposeMappings } from '@/lib/target/propose-mappings';
import { proposeSchema } from '@/lib/target/propose-target';
import { type NewTarget, newTargetSchema } from '@/lib/wizard/draft';
import { DesignFields } from './design-fields';
import { DesignNames } from './design-names';
import { DesignProfile } from './design-profile';
import { useNamespaces } from './namespace-picker';
import { useNamesCheck } from './use-names-check';

export type DesignDialogProps = {
  onboardingId: OnboardingId;
  source: SourceDefinition;
  resourcePath: string;
  sourceSchema: unknown;
  tenantId: string;
  target: NewTarget;
  statistics: SchemaStatistics | undefined;
  /** Nothing is mapped yet: the dialog begins with a proposal. Otherwise it shows the target as it is. */
  isUntouched: boolean;
  onClose: () => void;
  /** `mapsAll` asks for a mapping of every kept field besides. */
  onApply: (target: NewTarget, mapsAll: boolean) => void;
};

/** A new target made from the source, everything of it editable before anything is created. */
export function DesignDialog(props: DesignDialogProps) {
  const namespaces = useNamespaces(props.onboardingId);
  // The proposal looks for a namespace; without an answer it proposes no identity.
  if (namespaces.isPending) {
    return (
      <Dialog title="Create from source" isOpen onOpenChange={(isOpen) => !isOpen && props.onClose()}>
        <Spinner label="Reading the identity namespaces" />
      </Dialog>
    );
  }
  return <Designer {...props} namespaces={namespaces.data?.namespaces ?? []} />;
}

const hasBeenDesigned = ({ classKind, fieldEdits, identities }: NewTarget): boolean =>
  classKind !== undefined || fieldEdits !== undefined || identities !== undefined;

function Designer(props: DesignDialogProps & { namespaces: readonly { code: string; name: string }[] }) {
  const { onboardingId, source, resourcePath, sourceSchema, tenantId, target, statistics, namespaces } =
    props;
  const { isUntouched, onClose, onApply } = props;
  const [design, setDesign] = useState(() =>
    hasBeenDesigned(target) || !isUntouched
      ? target
      : proposeDesign(source, resourcePath, sourceSchema, target, {
          tenantId,
          namespaces,
          ...(statistics && { statistics }),
        }),
  );
  const [mapsAll, setMapsAll] = useState(isUntouched);
  const [isConfirmed, setConfirmed] = useState(target.isProfileEnabled === true);

  // An identity follows its field to another name or object.
  const change = (next: NewTarget) =>
    setDesign((before) => moveDesign(source, sourceSchema, tenantId, before, next));
  const isValid = newTargetSchema.safeParse(design).success;
  // A name kept as it was may be taken by ourselves, in a run that stopped halfway.
  const taken = useNamesCheck(onboardingId, design, isValid).filter(
    ({ field }) => design[field] !== target[field],
  );
  const tree = useMemo(
    () => buildSchemaTree(proposeSchema(source, sourceSchema, tenantId, design)),
    [source, sourceSchema, tenantId, design],
  );
  const rows = useMemo(
    () => proposeMappings(source, resourcePath, sourceSchema, tenantId, design),
    [source, resourcePath, sourceSchema, tenantId, design],
  );
  const disabledReason = !isValid
    ? 'Correct the marked names.'
    : taken.length > 0
      ? 'Choose names that are free.'
      : rows.length === 0
        ? 'Keep at least one field.'
        : design.isProfileEnabled && !design.identities?.some(({ isPrimary }) => isPrimary)
          ? 'Profile needs a primary identity.'
          : design.isProfileEnabled && !isConfirmed
            ? 'Confirm that Profile is for good.'
            : undefined;

  return (
    <Dialog
      title="Create from source"
      size="large"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Checkbox className="me-auto self-center" isSelected={mapsAll} onChange={setMapsAll}>
            Map all {formatPlural(rows.length, 'field')} as well; your own mappings stay
          </Checkbox>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={disabledReason}
            onPress={() => {
              onApply(design, mapsAll);
              onClose();
            }}
          >
            Use this target
          </Button>
        </>
      }
    >
      <p className="pb-3 text-text-muted">
        {isUntouched ? 'This is a proposal made from the sample. ' : ''}Change what you like: nothing is
        created before Review.
      </p>
      {/* Each tab has its own height: the dialog keeps one, so that nothing jumps. */}
      <div className="min-h-[min(38rem,60dvh)]">
        <Tabs
          label="Parts of the target"
          tabs={[
            {
              id: 'names',
              label: 'Class and names',
              content: (
                <DesignNames
                  design={design}
                  advice={source.targetAdvice(resourcePath)}
                  taken={taken}
                  onChange={change}
                />
              ),
            },
            {
              id: 'fields',
              label: 'Fields',
              content: (
                <DesignFields
                  source={source}
                  sourceSchema={sourceSchema}
                  tenantId={tenantId}
                  design={design}
                  statistics={statistics}
                  onChange={(fieldEdits) => change({ ...design, fieldEdits })}
                />
              ),
            },
            {
              id: 'profile',
              label: 'Identity and Profile',
              content: (
                <DesignProfile
                  onboardingId={onboardingId}
                  design={design}
                  tree={tree}
                  isConfirmed={isConfirmed}
                  onConfirm={setConfirmed}
                  onChange={change}
                />
              ),
            },
          ]}
        />
      </div>
    </Dialog>
  );
}
