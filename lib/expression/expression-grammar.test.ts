import { readFileSync } from 'node:fs';
import { buildParserFile } from '@lezer/generator';
import { describe, expect, it } from 'vitest';

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

describe('the generated parser', () => {
  it('is what the generator makes of the grammar, without a warning', () => {
    const warnings: string[] = [];
    const built = buildParserFile(read('./expression.grammar'), {
      fileName: 'lib/expression/expression.grammar',
      typeScript: true,
      warn: (message) => warnings.push(message),
    });
    expect({ parser: built.parser.trim(), terms: built.terms.trim(), warnings }).toEqual({
      parser: read('./generated/expression-parser.ts').trim(),
      terms: read('./generated/expression-parser.terms.ts').trim(),
      warnings: [],
    });
  });
});
