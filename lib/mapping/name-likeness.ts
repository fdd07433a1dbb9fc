import { FieldPathError, parseFieldPath } from '@/lib/schema/field-path';

const longestCompared = 64;

/**
 * How alike two field names are, from 0 to 1. Case and separators do not count; words in common do (`amount` in
 * `amount_total`), and letters do (`adress`, `address`).
 */
export function nameLikeness(one: string, two: string): number {
  if (one === two) return 1;
  const left = nameWords(one);
  const right = nameWords(two);
  const joinedLeft = left.join('').slice(0, longestCompared);
  const joinedRight = right.join('').slice(0, longestCompared);
  if (joinedLeft === '' || joinedRight === '') return 0;
  if (joinedLeft === joinedRight) return 0.98;
  return Math.max(wordLikeness(left, right), letterLikeness(joinedLeft, joinedRight));
}

/** The names along a path, without brackets; a text that is no path counts as one name. */
export function splitNames(path: string): string[] {
  try {
    return parseFieldPath(path).flatMap((step) => ('name' in step ? [step.name] : []));
  } catch (error) {
    if (error instanceof FieldPathError) return [path];
    throw error;
  }
}

/** The words of a name in lower case: `expMonth` and `exp_month` have the same. */
export function nameWords(name: string): string[] {
  return name
    .slice(0, longestCompared * 2)
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

// One name that holds all words of the other is a likely successor even when it says more.
function wordLikeness(left: readonly string[], right: readonly string[]): number {
  const rest = new Set(right);
  const shared = left.filter((word) => rest.delete(word)).length;
  if (shared === 0) return 0;
  const dice = (2 * shared) / (left.length + right.length);
  const holdsAll = shared === Math.min(left.length, right.length);
  return holdsAll ? Math.max(dice, 0.75) : dice;
}

function letterLikeness(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  if (Math.abs(left.length - right.length) > longer / 2) return 0;
  let before = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      now.push(
        Math.min((before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + change),
      );
    }
    before = now;
  }
  return 1 - (before[right.length] ?? longer) / longer;
}
