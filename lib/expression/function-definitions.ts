import type { FunctionDefinition } from './function-definition';
import { regexFunctions } from './functions/regex-functions';
import { stringFunctions } from './functions/string-functions';

/** Every function with what runs it, in the order of the documentation. */
export const functionDefinitions: readonly FunctionDefinition[] = [...stringFunctions, ...regexFunctions];
