import { splitPath } from './split-name';
import type { SuggestField } from './suggestion';

/** A target field with what its place in the schema says about it. */
export type TargetField = {
  readonly field: SuggestField;
  readonly names: readonly string[];
  /** Path without array marks. */
  readonly path: string;
  /** Where it stands: its parent, or for the id inside a key object that object's parent. */
  readonly placePath: string;
  /** Lower-case names without separators, from the leaf up. */
  readonly comparable: readonly string[];
  readonly isContainer: boolean;
  /** Below an organisation's own object rather than in Adobe's standard fields. */
  readonly isCustom: boolean;
  /** An array, a map, or below one: several sources may go there. */
  readonly isMultiple: boolean;
  /**
   * Whether another field is the usual place: the `sourceID` of a key object beside an id, `commerce` beside the older
   * `order`. Equal names prove nothing then.
   */
  readonly hasBetterTwin: boolean;
  /** How likely anybody maps onto this field at all, before any evidence: 1 is usual. */
  readonly prior: number;
};

// Underscored names at the top that Adobe defines itself; every other one is an organisation's tenant object.
const adobeOwn = new Set([
  '_id',
  '_repo',
  '_experience',
  '_schema',
  '_dc',
  '_type',
  '_bizible',
  '_marketo',
  '_xdm',
  '_adcloud',
  '_channels',
]);
// Filled by the platform or by geocoding, hardly ever from a source.
const systemName =
  /^(_repo|_schema|repositoryCreatedBy|repositoryLastModifiedBy|createdByBatchID|modifiedByBatchID|eventMergeId|identityMap|segmentMembership|producedBy|lastVerifiedDate|validity|xid|namespace|authenticatedState|dmaID|msaID|timerSpec|implementationDetails)$/;
const obscureName =
  /^(POIinteraction|activePOIs|adViewability|adAssetReference|adAssetViewDetails|segmentationAttributes|_experience|mediaReporting|media|decisioning|implementations|segmentMemberships|segments|profileStitch|profileStitchID|userAgentClientHints|dataSource|challenges|rewards|returns|requisitionList|contactDetails|userAccount|subscriber|session|application|sourceInstanceID|sourceType|sourceKey|conversionDate|statusReason|primary|label)$/;

const olderTwin = /^(order|billing|shipping|store)$/;

/** Reads the target's fields; containers are those that other fields lie below. */
export function readTargetFields(fields: readonly SuggestField[]): TargetField[] {
  const entries = fields.map((field) => {
    const names = splitPath(field.path);
    return { field, names, path: names.join('.') };
  });
  const parents = new Set<string>();
  const multiple = new Set<string>();
  const types = new Map<string, SuggestField['type']>();
  const seen = new Set<string>();
  const keys = new Set(
    entries.flatMap(({ names }) => (/Key$/.test(names.at(-1) ?? '') ? names.slice(-1) : [])),
  );
  for (const { field, path } of entries) {
    types.set(path, field.type);
    if (field.type === 'array' || field.type === 'map') multiple.add(path);
    const bracket = field.path.indexOf('[');
    if (bracket > 0) multiple.add(splitPath(field.path.slice(0, bracket)).join('.'));
    let at = path.lastIndexOf('.');
    while (at > 0 && !parents.has(path.slice(0, at))) {
      parents.add(path.slice(0, at));
      at = path.lastIndexOf('.', at - 1);
    }
  }
  return entries
    .filter(({ path }) => path !== '' && !seen.has(path) && seen.add(path))
    .map(({ field, names, path }) => {
      const parentPath = names.slice(0, -1).join('.');
      const isMultiple = names.some((_, depth) => multiple.has(names.slice(0, depth + 1).join('.')));
      const isContainer = parents.has(path) || field.type === 'object' || field.type === 'map';
      const first = names[0] ?? '';
      // `opens.value` is what “opens” means.
      const isMeasure = names.length > 1 && names.at(-1) === 'value' && types.has(`${parentPath}.id`);
      const hasKeyTwin = /[a-z]ID$/.test(path) && keys.has((names.at(-1) ?? '').replace(/ID$/, 'Key'));
      const isCustom = first.startsWith('_') && !adobeOwn.has(first);
      return {
        field,
        names,
        path,
        placePath: names.slice(0, /^source(ID|Key)$/.test(names.at(-1) ?? '') ? -2 : -1).join('.'),
        comparable: (isMeasure ? names.slice(0, -1) : names).map(comparableName).reverse(),
        isContainer,
        isCustom,
        isMultiple,
        hasBetterTwin: hasKeyTwin || (types.has('commerce') && olderTwin.test(first)),
        prior:
          (hasKeyTwin ? 0.93 : 1) *
          priorOf(
            field,
            names,
            isCustom,
            isMultiple,
            types.has(`${parentPath}.value`),
            types.has('commerce'),
            types.has('timestamp'),
          ),
      };
    });
}

/** A name without case and separators. */
export function comparableName(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

function priorOf(
  field: SuggestField,
  names: readonly string[],
  isCustom: boolean,
  isMultiple: boolean,
  hasValueBeside: boolean,
  hasCommerce: boolean,
  hasTimestamp: boolean,
): number {
  if (isCustom) return 1;
  let prior = 0.985 ** (names.length - 1);
  if (field.deprecated) prior *= 0.6;
  if (names.some((name) => systemName.test(name)) && !/^(latitude|longitude)$/.test(names.at(-1) ?? ''))
    prior *= 0.55;
  if (names.some((name) => obscureName.test(name))) prior *= 0.85;
  if (names[0] === 'mediaReporting') prior *= 0.9;
  // What a contract was made on, not what the person uses.
  if (names[0] === 'subscriptions' && names.length > 2) prior *= 0.85;
  // The part of a page, where most regions are places.
  if (names.at(-2) === 'webInteraction' && names.at(-1) === 'region') prior *= 0.8;
  if (names.some((name) => /Components$/.test(name))) prior *= 0.86;
  else if (isMultiple) prior *= 0.97;
  // Older twins of what `commerce` holds.
  if (hasCommerce && olderTwin.test(names[0] ?? '')) prior *= 0.88;
  const leaf = names.at(-1) ?? '';
  // A measure holds its number in `value`; its `id` is the platform's.
  if (leaf === 'id' && hasValueBeside) prior *= 0.5;
  if (leaf === '_id') prior *= names.length > 1 ? 0.7 : hasTimestamp ? 1 : 0.72;
  return prior;
}
