import * as z from 'zod';

/** Epoch milliseconds; some services write them as a string of digits. */
export const millisecondsSchema = z.union([
  z.number().min(0),
  z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number),
]);

/** A whole number that comes as a number or as text, as reads of schedules and mapping versions do. */
export const wholeNumberSchema = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

/** A yes or no that comes as a boolean or as text. */
export const booleanSchema = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((word) => word === 'true'),
]);

/** Free text that may be missing or null: empty then. */
export const textSchema = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** For replies without a body of interest: a DELETE answers 204, or 200 with some list. */
export const anythingSchema = z.unknown();
