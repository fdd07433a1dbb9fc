const controlEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Text of a quoted literal, quotes included in the input. A backslash before anything that is not an escape stays,
 * so that `"\d+"` and `"\\d+"` are the same pattern.
 */
export function readStringLiteral(literal: string): string {
  const body = literal.slice(1, -1);
  if (!body.includes('\\')) return body;
  return body.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (whole, hex: string | undefined, char: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (char === '\\' || char === '"' || char === "'") return char;
    return controlEscapes.get(char) ?? whole;
  });
}

/** Double-quoted literal that `readStringLiteral` turns back into exactly `value`. */
export function printStringLiteral(value: string): string {
  // Lone surrogates and control characters are spelled out: they would not survive a copy through a text field.
  const escaped = value.replace(/["\\]|\p{Cc}|\p{Cs}/gu, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`;
    for (const [letter, control] of controlEscapes) if (control === char) return `\\${letter}`;
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
