import type { Argument, Call, Expression } from './ast';
import { toBoolean } from './coerce';
import { equalValues } from './compare-values';
import type { Compiled, CompileNode } from './compiled';
import { charge } from './evaluation-context';
import { indexByAttribute } from './functions/index-by-attribute';

/**
 * Calls that do not evaluate all their arguments: `iif` and `decode` only compute the branch they take, and the second
 * argument of `object_to_map(list, attribute)` is a name, unquoted in Adobe's sample.
 */
export function compileSpecialForm(node: Call, compile: CompileNode): Compiled | undefined {
  switch (node.name) {
    case 'iif':
      return compileIif(node, compile);
    case 'decode':
      return compileDecode(node, compile);
    case 'object_to_map':
      return compileObjectToMap(node, compile);
    default:
      return undefined;
  }
}

function compileIif(node: Call, compile: CompileNode): Compiled | undefined {
  const [condition, whenTrue, whenFalse] = node.args.map(compile);
  if (!condition || !whenTrue || !whenFalse) return undefined;
  return {
    run: (context) => {
      const value = condition.run(context);
      context.at = node;
      charge(context, 1);
      return toBoolean(value, 'iif') ? whenTrue.run(context) : whenFalse.run(context);
    },
    decimal: whenTrue.decimal || whenFalse.decimal,
  };
}

function compileDecode(node: Call, compile: CompileNode): Compiled | undefined {
  const [key, ...rest] = node.args.map(compile);
  if (!key) return undefined;
  const defaultValue = rest.length % 2 === 1 ? rest.at(-1) : undefined;
  return {
    run: (context) => {
      const wanted = key.run(context);
      for (let at = 0; at + 1 < rest.length; at += 2) {
        const candidate = rest[at]?.run(context);
        context.at = node;
        charge(context, 1);
        if (equalValues(wanted, candidate, context)) return rest[at + 1]?.run(context) ?? null;
      }
      return defaultValue?.run(context) ?? null;
    },
    decimal: rest.some((part) => part.decimal),
  };
}

function compileObjectToMap(node: Call, compile: CompileNode): Compiled | undefined {
  const [list, attribute] = node.args;
  if (node.args.length !== 2 || list === undefined || !isName(attribute)) return undefined;
  const first = compile(list).run;
  const second = compile(attribute).run;
  const { name } = attribute;
  return {
    run: (context) => {
      const value = first(context);
      // Only a list can be indexed by an attribute; otherwise both arguments are an ordinary key and value.
      const key = Array.isArray(value) || value === null ? name : second(context);
      context.at = node;
      charge(context, 1);
      return indexByAttribute(value, key, 'object_to_map', context);
    },
    decimal: false,
  };
}

function isName(argument: Argument | undefined): argument is Extract<Expression, { kind: 'field' }> {
  return argument?.kind === 'field';
}
