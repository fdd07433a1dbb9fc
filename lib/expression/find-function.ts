import type { FunctionDefinition } from './function-definition';
import { functionDefinitions } from './function-definitions';

const functions = new Map(
  functionDefinitions.filter((known) => !known.method).map((known) => [known.name, known]),
);
const methods = new Map(
  functionDefinitions.filter((known) => known.method).map((known) => [known.name, known]),
);

/** The function of that name; names are case-sensitive. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return functions.get(name);
}

/** The function called on a value under that name. */
export function findMethod(name: string): FunctionDefinition | undefined {
  return methods.get(name);
}
