import { reservedWords } from './reserved-words';

const plainName = /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u;
const dottedName = /^[\p{L}_$][\p{L}\p{Nd}_$.]*$/u;

/** Whether the name can stand in an expression without `${…}`. */
export function isPlainName(name: string): boolean {
  return plainName.test(name) && !reservedWords.has(name);
}

/** The name as written: without its `${…}` and backslashes. */
export function readName(written: string): string {
  const body = written.startsWith('${') ? written.slice(2, -1) : written;
  return body.replace(/\\([\s\S])/g, '$1');
}

/** How the name has to be written: plain, with `\.` for a dot, or wrapped in `${…}`. */
export function printName(name: string): string {
  if (isPlainName(name)) return name;
  if (dottedName.test(name) && !reservedWords.has(name)) return name.replaceAll('.', '\\.');
  return `\${${name.replace(/[\\}.]/g, '\\$&')}}`;
}

/** Why an unwrapped name is refused, or undefined when it is fine. */
export function plainNameProblem(written: string): string | undefined {
  if (written.startsWith('${')) return undefined;
  const name = readName(written);
  if (reservedWords.has(name))
    return `“${name}” is a reserved word: write \${${name}} for a field of that name`;
  if (/[“”‘’«»]/.test(name)) return 'Put text between straight double quotes: "…"';
  if (!dottedName.test(name))
    return `“${name}” has characters a plain name may not have: write ${printName(name)}`;
  return undefined;
}
