import * as z from 'zod';
import { isJsonObject, type JsonSchemaNode } from './json-schema';

/** Accepts any JSON object without copying it: a copy would lose a field that is called `__proto__`. */
export const jsonSchemaNodeSchema = z.custom<JsonSchemaNode>(isJsonObject, 'not a JSON schema object');
