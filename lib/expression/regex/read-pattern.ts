import { fail } from '../value';
import { anyChar, charTest, foldedTest, namedClass, propertyClass } from './char-class';
import type { CharTest, PatternNode } from './pattern-node';

/** Longest pattern taken, in UTF-16 code units. */
const maxPatternLength = 1000;
const maxGroupDepth = 50;
const maxRepeat = 1000;

/** A pattern taken apart, and how many groups it captures. */
export interface ReadPattern {
  root: PatternNode;
  captures: number;
}

/**
 * Reads the part of Java's regular expressions that can be matched in linear time; fails with a sentence on the rest
 * (back references, look-around, possessive quantifiers) and on broken patterns.
 */
export function readPattern(pattern: string): ReadPattern {
  if (pattern.length > maxPatternLength) fail(`A regular expression may have ${maxPatternLength} characters`);
  const reader = new PatternReader(Array.from(pattern));
  const root = reader.choice(0);
  if (!reader.atEnd) fail('The regular expression has a ) without (');
  return { root, captures: reader.captures };
}

class PatternReader {
  captures = 0;
  private at = 0;
  private ignoreCase = false;
  private dotAll = false;

  constructor(private readonly chars: readonly string[]) {}

  get atEnd(): boolean {
    return this.at >= this.chars.length;
  }

  choice(depth: number): PatternNode {
    if (depth > maxGroupDepth) fail('The regular expression is nested too deep');
    const options = [this.sequence(depth)];
    while (this.take('|')) options.push(this.sequence(depth));
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'choice', options };
  }

  private sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (!this.atEnd && this.peek() !== '|' && this.peek() !== ')') {
      const atom = this.atom(depth);
      if (atom) parts.push(this.quantified(atom));
    }
    return { kind: 'sequence', parts };
  }

  private atom(depth: number): PatternNode | undefined {
    const char = this.next();
    switch (char) {
      case '(':
        return this.group(depth);
      case '[':
        return { kind: 'char', test: this.folded(this.charClass(depth)) };
      case '.':
        return { kind: 'char', test: anyChar(this.dotAll) };
      case '^':
        return { kind: 'assert', assertion: 'start' };
      case '$':
        return { kind: 'assert', assertion: 'end' };
      case '*':
      case '+':
      case '?':
        return fail(`The regular expression has a “${char}” with nothing before it to repeat`);
      case '\\':
        return this.escape();
      default:
        return { kind: 'char', test: this.folded(charTest(char)) };
    }
  }

  private escape(): PatternNode {
    const char = this.peek();
    if (char === 'b' || char === 'B') {
      this.at += 1;
      return { kind: 'assert', assertion: char === 'b' ? 'wordBoundary' : 'notWordBoundary' };
    }
    if (char === 'A' || char === 'z' || char === 'Z') {
      this.at += 1;
      return { kind: 'assert', assertion: char === 'A' ? 'start' : 'end' };
    }
    if (char === 'Q') return this.literalRun();
    return { kind: 'char', test: this.folded(this.escapedTest()) };
  }

  /** `\Q…\E`: everything between means itself. */
  private literalRun(): PatternNode {
    this.at += 1;
    const parts: PatternNode[] = [];
    while (!this.atEnd && !(this.peek() === '\\' && this.chars[this.at + 1] === 'E')) {
      parts.push({ kind: 'char', test: this.folded(charTest(this.next())) });
    }
    this.at += 2;
    return { kind: 'sequence', parts };
  }

  private escapedTest(): CharTest {
    if (this.atEnd) return fail('The regular expression ends with a backslash');
    const char = this.next();
    if (char === 'p' || char === 'P') return this.property(char === 'P');
    const known = namedClass(char);
    if (known) return known;
    if (char === 'u' || char === 'x') return charTest(this.hexChar(char === 'u' ? 4 : 2));
    if (/[1-9k]/.test(char)) return fail('Back references in a regular expression cannot be evaluated here');
    if (/[a-zA-Z0]/.test(char)) return fail(`The regular expression has an unknown escape \\${char}`);
    return charTest(char);
  }

  private hexChar(digits: number): string {
    const hex = this.chars.slice(this.at, this.at + digits).join('');
    if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex))
      return fail('The regular expression has a broken escape');
    this.at += digits;
    return String.fromCodePoint(Number.parseInt(hex, 16));
  }

  private property(negated: boolean): CharTest {
    let name = this.atEnd ? '' : this.next();
    if (name === '{') {
      const close = this.chars.indexOf('}', this.at);
      if (close < 0) return fail('The regular expression has a { that is never closed');
      name = this.chars.slice(this.at, close).join('');
      this.at = close + 1;
    }
    const test = propertyClass(name);
    if (!test) return fail(`The regular expression has an unknown class \\p{${name.slice(0, 30)}}`);
    return negated ? (code) => !test(code) : test;
  }

  private group(depth: number): PatternNode | undefined {
    let capture: number | undefined;
    const outer = { ignoreCase: this.ignoreCase, dotAll: this.dotAll };
    if (this.take('?')) {
      if (this.peek() === '<' && !'=!'.includes(this.chars[this.at + 1] ?? '!')) {
        while (!this.atEnd && this.next() !== '>');
        this.captures += 1;
        capture = this.captures;
      } else if (!this.flags()) {
        return undefined;
      }
    } else {
      this.captures += 1;
      capture = this.captures;
    }
    const body = this.choice(depth + 1);
    if (!this.take(')')) return fail('The regular expression has a ( that is never closed');
    this.ignoreCase = outer.ignoreCase;
    this.dotAll = outer.dotAll;
    return { kind: 'group', body, capture };
  }

  /** Reads `?i)` or `?i:`; true when a body follows. */
  private flags(): boolean {
    for (;;) {
      const flag = this.atEnd ? '' : this.next();
      if (flag === ':') return true;
      if (flag === ')') return false;
      if (flag === 'i') this.ignoreCase = true;
      else if (flag === 's') this.dotAll = true;
      else if (flag !== 'u') {
        fail('Look-around and this kind of group in a regular expression cannot be evaluated here');
      }
    }
  }

  private charClass(depth: number): CharTest {
    if (depth > maxGroupDepth) fail('The regular expression is nested too deep');
    const negated = this.take('^');
    const tests: CharTest[] = [];
    let first = true;
    for (;;) {
      if (this.atEnd) return fail('The regular expression has a [ that is never closed');
      if (this.peek() === ']' && !first) break;
      first = false;
      if (this.take('[')) {
        tests.push(this.charClass(depth + 1));
        continue;
      }
      if (this.peek() === '&' && this.chars[this.at + 1] === '&') {
        fail('Intersections (&&) in a regular expression cannot be evaluated here');
      }
      tests.push(this.classMember());
    }
    this.at += 1;
    const test: CharTest = (code) => tests.some((member) => member(code));
    if (!negated) return test;
    const folded = this.folded(test);
    return (code) => !folded(code);
  }

  private classMember(): CharTest {
    const low = this.classChar();
    if (typeof low !== 'string') return low;
    const next = this.chars[this.at + 1];
    if (this.peek() !== '-' || next === ']' || next === undefined) return charTest(low);
    this.at += 1;
    const high = this.classChar();
    if (typeof high !== 'string') return fail('The regular expression has a range without an end');
    const [from, to] = [low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0];
    if (from > to) return fail(`The regular expression has the range ${low}-${high} the wrong way round`);
    return (code) => code >= from && code <= to;
  }

  private classChar(): string | CharTest {
    const char = this.next();
    if (char !== '\\') return char;
    const escaped = this.peek();
    if (escaped !== undefined && !/[a-zA-Z0-9]/.test(escaped)) return this.next();
    return this.escapedTest();
  }

  private quantified(atom: PatternNode): PatternNode {
    let node = atom;
    for (;;) {
      const range = this.range();
      if (!range) return node;
      if (node.kind === 'assert') fail('The regular expression repeats a position');
      if (this.take('+')) fail('Possessive quantifiers in a regular expression cannot be evaluated here');
      node = { kind: 'repeat', body: node, ...range, greedy: !this.take('?') };
    }
  }

  private range(): { least: number; most: number } | undefined {
    if (this.take('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (this.take('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (this.take('?')) return { least: 0, most: 1 };
    if (this.peek() !== '{') return undefined;
    const written = /^\{(\d{1,9})(,(\d{0,9}))?\}/.exec(this.chars.slice(this.at, this.at + 24).join(''));
    if (!written) return fail('The regular expression has a “{” that is no number of times: escape it');
    this.at += written[0].length;
    const least = Number(written[1]);
    const most =
      written[2] === undefined ? least : written[3] ? Number(written[3]) : Number.POSITIVE_INFINITY;
    if (most < least) return fail('The regular expression has a range the wrong way round');
    if (least > maxRepeat || (most > maxRepeat && most !== Number.POSITIVE_INFINITY)) {
      return fail(`A regular expression may repeat ${maxRepeat} times`);
    }
    return { least, most };
  }

  private folded(test: CharTest): CharTest {
    return this.ignoreCase ? foldedTest(test) : test;
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string {
    const char = this.chars[this.at] ?? fail('The regular expression ends too early');
    this.at += 1;
    return char;
  }

  private take(char: string): boolean {
    if (this.chars[this.at] !== char) return false;
    this.at += 1;
    return true;
  }
}
