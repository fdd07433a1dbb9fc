import type { Expression, ExpressionError } from './ast';
import { checkCalls } from './check-calls';
import { readSyntax } from './syntax';

export type ParseResult = { ok: true; tree: Expression } | { ok: false; errors: ExpressionError[] };

/**
 * Reads and checks an expression: its shape, that its functions exist and that they get as many arguments as they take.
 * Errors carry their place. Never throws.
 */
export function parseExpression(text: string): ParseResult {
  const syntax = readSyntax(text);
  if (!syntax.ok) return syntax;
  const errors = checkCalls(syntax.tree);
  return errors.length > 0 ? { ok: false, errors } : syntax;
}
