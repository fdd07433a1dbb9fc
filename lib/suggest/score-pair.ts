import type { SourceWords } from './source-words';
import { headKindOf } from './stemmed-words';
import type { EvidencePart } from './suggestion';
import { echoFrom, type TargetIndex } from './target-index';
import { understood } from './target-labels';
import { typeFit } from './type-fit';
import { valueFit } from './value-fit';

/** What the parts of the evidence say about one source and one target. */
export type PairScore = {
  readonly target: number;
  readonly label: number;
  /** Share of the source's words that the target explains, and of the target's that the source says. */
  readonly sourceCover: number;
  readonly targetCover: number;
  readonly contextCover: number;
  readonly type: number;
  readonly values: number;
  readonly heads: number;
  /** Names equal from the end of the path. */
  readonly agreement: number;
  readonly described: number;
  score: number;
};

// Things within a record that have a status, a type or a description of their own.
const parts = new Set(
  'address phone email schema geo payment product loyalty subscription media application device search segment coordinate assistant audit'.split(
    ' ',
  ),
);

/** Scores one label of a target for a source; every part is a number that multiplies. */
export function scoreLabel(
  source: SourceWords,
  index: TargetIndex,
  labelAt: number,
  without: ReadonlySet<EvidencePart>,
): PairScore | undefined {
  const label = index.labels[labelAt];
  const target = label && index.targets[label.target];
  const required = index.required[labelAt];
  const optional = index.optional[labelAt];
  const necessity = index.necessity[labelAt];
  if (!label || !target || !required || !optional || !necessity) return undefined;
  const description = index.descriptions[label.target];
  let said = 0;
  let told = 0;
  let described = 0;
  let anchor = 0;
  for (const word of source.own) {
    let cover = word.isEntity ? 0.5 : 0;
    for (const id of required) {
      const strength = word.hits.get(id) ?? 0;
      if (strength > cover) cover = strength;
      if (strength > anchor && !word.isFiller) anchor = strength;
    }
    for (const id of optional) {
      const strength = 0.95 * (word.hits.get(id) ?? 0);
      if (strength > cover) cover = strength;
    }
    if (cover < 0.4 && description && description.length > 0 && !word.isFiller) {
      for (const id of description) {
        if (word.hits.get(id) === 1) {
          cover = Math.max(cover, 0.4);
          described += word.weight;
          break;
        }
      }
    }
    told += word.weight;
    said += word.weight * cover;
  }
  const agreement = agreementOf(source.comparable, target.comparable);
  const isSameName = label.kind === 'name' && agreement >= (source.isJoined && !target.isCustom ? 2 : 1);
  const sourceCover = isSameName ? 1 : told === 0 ? 0 : said / told;
  const weak = anchor < 0.5 && !isSameName;
  let wanted = 0;
  let met = 0;
  const cover = (id: number): number => {
    let best = source.implied.get(id) ?? 0;
    for (const word of source.own) best = Math.max(best, word.hits.get(id) ?? 0);
    if (best < 0.9)
      for (const word of source.context) best = Math.max(best, word.reach * (word.hits.get(id) ?? 0));
    if (best < 0.6) for (const word of source.described) best = Math.max(best, 0.6 * (word.get(id) ?? 0));
    return best;
  };
  for (const id of required) {
    const weight = index.weights[id] ?? 0;
    wanted += weight;
    met += weight * (isSameName ? 1 : cover(id));
  }
  // Two words of an everyday name, both said: no longer a vague one, though each of them is.
  const isTold =
    label.kind === 'alias' &&
    required.length >= 2 &&
    source.isVague &&
    required.every((id) => source.own.some((word) => (word.hits.get(id) ?? 0) >= 0.95));
  for (let at = 0; at < optional.length; at += 1) {
    const id = optional[at] ?? 0;
    const needed = necessity[at] ?? 0;
    const isMissed =
      !isTold &&
      (label.kind === 'alias'
        ? source.isAmbiguous && needed < understood * 1.01
        : source.isVague && parts.has(index.words[id] ?? ''));
    const weight =
      (index.weights[id] ?? 0) * (isMissed ? Math.max(label.kind === 'alias' ? 0.25 : 0.6, needed) : needed);
    wanted += weight;
    met += weight * cover(id);
  }
  const targetCover = wanted === 0 ? 0 : met / wanted;
  const contextCover = without.has('context') ? 0.5 : coverContext(source, required, optional);
  const heads = headFit(source.promise, label.required, target.field.type);
  const isChoice = target.names[0] === 'consents' && target.names.at(-1) === 'val';
  const type = without.has('types')
    ? 1
    : typeFit({
        from: source.type,
        to: target.field.type,
        toItem: target.field.itemType,
        isTargetContainer: target.isContainer,
        promise: source.promise,
        saysYesOrNo: source.saysYesOrNo,
        isChoice,
      });
  const values = without.has('values') ? 1 : valueFit(source.hints, label, target);
  const isRawEqual = agreement >= 1;
  // A bare `number` or `status` asks for a target that needs no more said than the context does.
  const vague = source.isVague && !isTold ? Math.min(1, targetCover / 0.85) ** 2 : 1;
  const lexical = vague * sourceCover ** 1.25 * targetCover ** 0.8 * (weak ? 0.6 : 1);
  // A choice is asked for in words of its own: a postal code is no say about post.
  const choice =
    isChoice && label.kind !== 'alias' && source.type !== 'boolean' && !source.saysYesOrNo ? 0.6 : 1;
  const key = label.kind === 'key' ? ownKeyFit(source, label.required, index) : 1;
  const place = source.isElement ? (target.isMultiple ? 1.05 : 0.93) : 1;
  let score =
    place *
    lexical *
    (1 - source.contextShare * (1 - contextCover)) *
    label.factor *
    key *
    choice *
    target.prior *
    heads *
    values;
  score *= isRawEqual && type < 0.5 ? Math.max(type, 0.4) : type;
  if (isRawEqual && !without.has('words')) {
    // Where the organisation's schema was made from the source, the same name is meant.
    score =
      target.isCustom && source.echo >= echoFrom
        ? Math.max(score, (0.98 + 0.04 * agreement) * Math.max(type, 0.7))
        : raise(
            score,
            equalityShare(source, index, label.target, agreement) *
              (source.standsBelow && contextCover < 0.2 ? 0.2 : 1),
          );
  }
  return {
    target: label.target,
    label: labelAt,
    sourceCover,
    targetCover,
    contextCover,
    type,
    values,
    heads,
    agreement,
    described,
    score,
  };
}

/**
 * Where the record joins two things, as a campaign's member does, `id` is its own and `campaign_id` that of the campaign.
 */
function ownKeyFit(source: SourceWords, required: readonly string[], index: TargetIndex): number {
  const { entity, entitySaid, isBareId } = source;
  if (entity.length < 2) return 1;
  const isOwn = entity.every((word) => required.includes(word));
  if (isBareId) return isOwn ? 1.1 : 0.8;
  if (!isOwn || entitySaid.size === 0 || entitySaid.size === entity.length) return 1;
  return index.keys.has([...entitySaid].sort().join(' ')) ? 0.8 : 1;
}

/** How much equal names alone prove: much where the leaf is the only one of its name or the paths agree further. */
function equalityShare(source: SourceWords, index: TargetIndex, at: number, agreement: number): number {
  const target = index.targets[at];
  const leaf = target?.comparable[0] ?? '';
  if (target?.isCustom) return Math.min(0.97, 0.55 + 0.35 * source.echo + 0.03 * agreement);
  if (target?.hasBetterTwin) return 0;
  if (agreement >= 2) return 0.5;
  if (leaf === 'id' || source.own.every(({ isFiller }) => isFiller)) return 0;
  // A field of the record itself is no element of a list.
  const others = source.isElement || target?.isMultiple;
  const namesakes = others
    ? (index.byLeaf.get(leaf)?.length ?? 1)
    : (index.byLeaf.get(leaf) ?? []).filter((other) => !index.targets[other]?.isMultiple).length;
  return namesakes === 1 ? 0.5 : namesakes <= 3 ? 0.2 : 0.08;
}

function raise(score: number, share: number): number {
  return score + (1 - Math.min(1, score)) * share * Math.min(1, score * 1.4);
}

/** How much of what stands above the source the target says too: a half where that tells nothing. */
function coverContext(source: SourceWords, required: Int32Array, optional: Int32Array): number {
  let total = 0;
  let telling = 0;
  let covered = 0;
  for (const word of source.context) {
    const weight = word.weight * word.reach;
    const worth = weight * word.telling * (word.hits.size === 0 ? 0.4 : 1);
    // Whose record it is goes without saying.
    let best = word.isEntity ? 0.5 : 0;
    for (const id of required) best = Math.max(best, word.hits.get(id) ?? 0);
    for (const id of optional) best = Math.max(best, word.hits.get(id) ?? 0);
    total += weight;
    telling += worth;
    covered += worth * best;
  }
  return total === 0 ? 0.5 : 0.5 + (covered - 0.5 * telling) / total;
}

const kinship: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'id number': 0.95,
    'count number': 0.95,
    'kind status': 0.85,
    'money count': 0.85,
    'money number': 0.85,
    'status reason': 0.6,
    'name text': 0.85,
    'kind name': 0.85,
    'name status': 0.8,
    'url place': 0.7,
    'number version': 0.9,
    'number size': 0.85,
    'count size': 0.85,
    'score number': 0.9,
    'score count': 0.85,
    'kind text': 0.8,
    'kind number': 0.8,
    'id actor': 0.9,
    'actor name': 0.85,
    'id name': 0.6,
    'id email': 0.6,
    'place number': 0.8,
    'language number': 0.85,
    'currency number': 0.95,
    'money score': 0.75,
    'time number': 0.6,
    'reason text': 0.9,
    'id url': 0.6,
    'number kind': 0.8,
    'language name': 0.8,
    'place name': 0.85,
    'status number': 0.85,
    'phone number': 0.98,
  }).flatMap(([pair, fit]) => [[pair, fit] as const, [pair.split(' ').reverse().join(' '), fit] as const]),
);

function headFit(promise: string | undefined, required: readonly string[], type: string): number {
  const head = headKindOf(required);
  if (promise === 'time' && type !== 'date' && type !== 'date-time' && head !== 'time') return 0.6;
  if (promise === undefined || head === undefined) return promise === head ? 1 : 0.94;
  if (promise === head) return 1;
  return kinship.get(`${promise} ${head}`) ?? 0.62;
}

function agreementOf(source: readonly string[], target: readonly string[]): number {
  let agreement = 0;
  while (agreement < source.length && source[agreement] === target[agreement]) agreement += 1;
  return agreement;
}
