import type { FunctionDefinition } from './function-definition';
import { arrayFunctions } from './functions/array-functions';
import { dateFunctions } from './functions/date-functions';
import { logicalFunctions } from './functions/logical-functions';
import { regexFunctions } from './functions/regex-functions';
import { stringFunctions } from './functions/string-functions';

/** Every function with what runs it, in the order of the documentation. */
export const functionDefinitions: readonly FunctionDefinition[] = [
  ...stringFunctions,
  ...regexFunctions,
  ...dateFunctions,
  ...arrayFunctions,
  ...logicalFunctions,
];
