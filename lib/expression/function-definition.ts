import type { EvaluationContext } from './evaluation-context';

/** Kind of value a parameter takes or a function gives. */
export type ValueKind =
  | 'any'
  | 'array'
  | 'boolean'
  | 'date'
  | 'integer'
  | 'lambda'
  | 'map'
  | 'number'
  | 'object'
  | 'string';

export type FunctionCategory =
  | 'String'
  | 'Regular expressions'
  | 'Hashing'
  | 'URL'
  | 'Date and time'
  | 'Objects'
  | 'Maps'
  | 'Arrays'
  | 'Logical'
  | 'Aggregation'
  | 'Type conversions'
  | 'JSON'
  | 'Special operations'
  | 'User agent'
  | 'Analytics'
  | 'Destinations';

export interface FunctionParameter {
  name: string;
  kind: ValueKind;
  description: string;
  optional?: true;
  /** The last parameters marked so may come again, as a group. */
  repeats?: true;
}

/** What the editor, the validator and the emulator know of a function. */
export interface ExpressionFunction {
  name: string;
  category: FunctionCategory;
  /** How it is written, with optional parts in square brackets. */
  signature: string;
  description: string;
  params: readonly FunctionParameter[];
  returns: ValueKind;
  example: string;
  /** JSON of what the example gives. */
  result: string;
  /** Called on a value, as in `value.equals(other)`; the value is the first parameter. */
  method?: true;
  /** Whether it is evaluated here; `offlineReason` says why not, or how far. */
  offline: boolean;
  offlineReason?: string;
  /** Where the platform offers it; left out for functions of every flow. */
  onlyFor?: 'Analytics flows' | 'destinations' | 'Profile updates';
  /** Name of the function this one is another name of. */
  aliasOf?: string;
}

/** Runs a function on evaluated arguments; throws only `EvaluationFailure`. */
export type FunctionBody = (args: readonly unknown[], context: EvaluationContext) => unknown;

export interface FunctionDefinition extends ExpressionFunction {
  /** Refuses numbers of arguments between the fewest and the most, for functions that take keys and values in pairs. */
  acceptsCount?: (count: number) => boolean;
  evaluate: FunctionBody;
}

type DefinitionInput = Omit<FunctionDefinition, 'offline' | 'category'> & { offline?: boolean };

/** Definitions of one category; functions are offline unless they say otherwise. */
export function defineFunctions(
  category: FunctionCategory,
  inputs: readonly DefinitionInput[],
): readonly FunctionDefinition[] {
  return inputs.map((input) => ({ offline: true, ...input, category }));
}

/** The same function under another name. */
export function aliasFunction(definition: DefinitionInput, name: string): DefinitionInput {
  const rename = (text: string) => text.replaceAll(`${definition.name}(`, `${name}(`);
  return {
    ...definition,
    name,
    aliasOf: definition.name,
    signature: rename(definition.signature),
    example: rename(definition.example),
  };
}

/** Fewest and most arguments a function takes; `method` functions count the value they are called on. */
export function argumentCounts(definition: ExpressionFunction): { least: number; most: number } {
  const least = definition.params.filter((param) => !param.optional).length;
  const endless = definition.params.some((param) => param.repeats);
  return { least, most: endless ? Number.POSITIVE_INFINITY : definition.params.length };
}
