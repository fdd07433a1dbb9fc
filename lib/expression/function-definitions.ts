import type { FunctionDefinition } from './function-definition';
import { aggregationFunctions } from './functions/aggregation-functions';
import { analyticsFunctions } from './functions/analytics-functions';
import { arrayFunctions } from './functions/array-functions';
import { conversionFunctions } from './functions/conversion-functions';
import { dateFunctions } from './functions/date-functions';
import { destinationFunctions } from './functions/destination-functions';
import { hashingFunctions } from './functions/hashing-functions';
import { jsonFunctions } from './functions/json-functions';
import { logicalFunctions } from './functions/logical-functions';
import { mapFunctions } from './functions/map-functions';
import { objectFunctions } from './functions/object-functions';
import { regexFunctions } from './functions/regex-functions';
import { specialFunctions } from './functions/special-functions';
import { stringFunctions } from './functions/string-functions';
import { urlFunctions } from './functions/url-functions';
import { userAgentFunctions } from './functions/user-agent-functions';

/** Every function with what runs it, in the order of the documentation. */
export const functionDefinitions: readonly FunctionDefinition[] = [
  ...stringFunctions,
  ...regexFunctions,
  ...hashingFunctions,
  ...urlFunctions,
  ...dateFunctions,
  ...objectFunctions,
  ...mapFunctions,
  ...arrayFunctions,
  ...logicalFunctions,
  ...aggregationFunctions,
  ...conversionFunctions,
  ...jsonFunctions,
  ...specialFunctions,
  ...userAgentFunctions,
  ...analyticsFunctions,
  ...destinationFunctions,
];
