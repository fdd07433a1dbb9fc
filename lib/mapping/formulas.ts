import type { Field } from '@/lib/schema/field';
import type { FieldType } from '@/lib/schema/field-type';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { FieldHint, SchemaStatistics } from '@/lib/schema/statistics';

/** A calculation that people would otherwise look up, with the right fields in it. */
export type Formula = {
  id: string;
  title: string;
  /** What it does, in one sentence. */
  sentence: string;
  expression: string;
  /** The field it is about, in the source tree. */
  sourceId: number;
  path: string;
};

type Source = {
  id: number;
  path: string;
  /** Lower case, of the field alone. */
  name: string;
  type: FieldType;
  hints: readonly FieldHint[];
  tree: SchemaTree;
};

type Draft = Pick<Formula, 'id' | 'title' | 'sentence' | 'expression'>;
type FormulaRule = (source: Source, target: Field) => Draft | undefined;

const isNumber = (type: FieldType) => type === 'integer' || type === 'long' || type === 'number';
const isTime = (type: FieldType) => type === 'date' || type === 'date-time';
const lastName = (path: string) => path.slice(path.lastIndexOf('.') + 1);

// Tried in order for each pair. A new formula is a new entry.
const rules: readonly FormulaRule[] = [
  (source, target) => {
    const isMilliseconds = source.hints.includes('epoch-milliseconds');
    const looksLikeTime =
      source.hints.includes('epoch-seconds') ||
      isMilliseconds ||
      (source.hints.length === 0 && /^created$|^updated$|_at$|_date$|_time$|timestamp/.test(source.name));
    if (!isNumber(source.type) || !looksLikeTime || !(isTime(target.type) || target.type === 'string'))
      return undefined;
    const pattern = target.type === 'date' ? 'yyyy-MM-dd' : "yyyy-MM-dd'T'HH:mm:ss.SSSX";
    return {
      id: 'epoch',
      title: `${isMilliseconds ? 'Milliseconds' : 'Unix seconds'} to ${target.type === 'date' ? 'a date' : 'a date with time'}`,
      sentence: `Writes the number of ${isMilliseconds ? 'milliseconds' : 'seconds'} since 1970 as a ${target.type === 'date' ? 'date' : 'time'} in UTC, the form XDM takes.`,
      expression: `dformat(${source.path}${isMilliseconds ? '' : ' * 1000'}, "${pattern}")`,
    };
  },
  (source, target) => {
    if (
      !isNumber(source.type) ||
      source.type === 'number' ||
      !/(^|_)(amount|fee|net|total|subtotal|balance)(_|$)/.test(source.name)
    )
      return undefined;
    if (target.type !== 'number' && target.type !== 'string') return undefined;
    const currency = currencyBeside(source);
    if (currency === undefined) return undefined;
    return {
      id: 'minor-units',
      title: 'Minor units to an amount',
      sentence:
        'Divides by what the currency’s smallest unit is worth: by 100, by 1,000 for dinars and rials of three decimals, not at all for yen and others without decimals.',
      expression:
        `iif(matches_regex(lower(${currency}), "${zeroDecimal}"), ${source.path} * 1.0, ` +
        `iif(matches_regex(lower(${currency}), "${threeDecimal}"), ${source.path} / 1000.0, ${source.path} / 100.0))`,
    };
  },
  (source, target) => {
    if (!isEmail(source) || target.type !== 'string') return undefined;
    return /hash|sha|encrypted/i.test(target.name)
      ? undefined
      : {
          id: 'email',
          title: 'E-mail in its plain form',
          sentence:
            'Drops blanks around the address and writes it in small letters, so that one person has one address.',
          expression: `lower(trim(${source.path}))`,
        };
  },
  (source, target) => {
    if (!isEmail(source) || target.type !== 'string') return undefined;
    return {
      id: 'email-hash',
      title: 'E-mail as SHA-256',
      sentence: 'Hashes the plain form of the address, as Adobe’s e-mail hash namespace expects it.',
      expression: `sha256(lower(trim(${source.path})), "UTF-8")`,
    };
  },
  (source, target) => {
    if (!isFullName(source) || target.type !== 'string' || /last|family|sur/i.test(target.name))
      return undefined;
    return {
      id: 'first-name',
      title: 'First name of a full name',
      sentence: 'Takes what stands before the first blank; a name of one word is taken whole.',
      expression: `first(explode(trim(${source.path}), " +"))`,
    };
  },
  (source, target) => {
    if (!isFullName(source) || target.type !== 'string' || /first|given|fore/i.test(target.name))
      return undefined;
    const words = `explode(trim(${source.path}), " +")`;
    return {
      id: 'last-name',
      title: 'Last name of a full name',
      sentence: 'Takes what stands after the last blank; a name of one word leaves the field empty.',
      expression: `iif(size_of(${words}) > 1, last(${words}), nullify())`,
    };
  },
  (source, target) => {
    if (source.type !== 'string' || !/(^|_)(consent_?)?status$/.test(source.name) || target.type !== 'string')
      return undefined;
    const isConsentValue = target.enumValues?.includes('y') === true && target.enumValues.includes('n');
    if (!isConsentValue && !/^val$|consent/i.test(target.name)) return undefined;
    return {
      id: 'consent',
      title: 'Consent status to an XDM consent value',
      sentence:
        'Writes y for active consents, n for withdrawn, refused and expired ones, p for pending ones and u for anything else.',
      expression: `decode(upper(${source.path.replaceAll('[*]', '[0]')}), ${consentValues
        .map(([status, value]) => `"${status}", "${value}"`)
        .join(', ')}, "u")`,
    };
  },
];

// Stripe's lists; ISK and UGX have no decimals either, but Stripe counts them in hundredths.
const zeroDecimal = 'bif|clp|djf|gnf|jpy|kmf|krw|mga|pyg|rwf|vnd|vuv|xaf|xof|xpf';
const threeDecimal = 'bhd|jod|kwd|omr|tnd';

// OneTrust's states of a purpose; XDM's y, n, p and u.
const consentValues = [
  ['ACTIVE', 'y'],
  ['ALWAYS_ACTIVE', 'y'],
  ['EXTEND', 'y'],
  ['WITHDRAWN', 'n'],
  ['OPT_OUT', 'n'],
  ['HARD_OPT_OUT', 'n'],
  ['NO_CONSENT', 'n'],
  ['EXPIRED', 'n'],
  ['PENDING', 'p'],
] as const;

function isEmail({ type, name, hints }: Source): boolean {
  return type === 'string' && (hints.includes('email') || /(^|_)e_?mail(_address)?$/.test(name));
}

function isFullName({ type, name, path }: Source): boolean {
  if (type !== 'string') return false;
  return (
    /^(full_?name|customer_name|cardholder_name|display_name)$/.test(name) ||
    (name === 'name' &&
      /(^|\.)(billing_details|shipping|customer|customer_details|owner|data|content)\.name$/.test(path))
  );
}

/** The currency of an amount: beside it, or in an object around it. */
function currencyBeside({ path, tree }: Source): string | undefined {
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    const candidate = folder === '' ? 'currency' : `${folder}.currency`;
    if (tree.idOfPath.has(candidate)) return candidate;
    if (folder === '') return undefined;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

/** The formulas that turn one source field into one target field. */
export function formulasForPair(
  tree: SchemaTree,
  sourceId: number,
  target: Field,
  statistics: SchemaStatistics | undefined,
): Formula[] {
  const path = tree.path[sourceId] ?? '';
  // A list gives one value for each entry; the formula for consents takes the first.
  if (path === '' || (path.includes('[*]') && !/status$/i.test(path))) return [];
  const source: Source = {
    id: sourceId,
    path,
    name: toSnakeCase(tree.name[sourceId] ?? ''),
    type: tree.type[sourceId] ?? 'unknown',
    hints: statistics?.get(path)?.hints ?? [],
    tree,
  };
  return rules.flatMap((rule) => {
    const draft = rule(source, target);
    return draft ? [{ ...draft, sourceId, path }] : [];
  });
}

const mostOffered = 8;

/** The formulas for a target, those of its present source and of fields with a like name first. */
export function formulasForTarget(
  tree: SchemaTree,
  target: Field,
  statistics: SchemaStatistics | undefined,
  presentSource: string | undefined,
): Formula[] {
  const wanted = toSnakeCase(target.name);
  const found: { rank: number; formula: Formula }[] = [];
  for (let id = 0; id < tree.count; id += 1) {
    for (const formula of formulasForPair(tree, id, target, statistics)) {
      const path = tree.path[id] ?? '';
      const name = toSnakeCase(lastName(path));
      const isLike = name === wanted || name.includes(wanted) || wanted.includes(name);
      // A text takes anything, so only what is meant is offered for it.
      if (target.type === 'string' && formula.id === 'epoch' && !isLike && path !== presentSource) continue;
      found.push({ rank: path === presentSource ? 0 : name === wanted ? 1 : isLike ? 2 : 3, formula });
    }
  }
  return found
    .sort((left, right) => left.rank - right.rank)
    .slice(0, mostOffered)
    .map(({ formula }) => formula);
}

function toSnakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
