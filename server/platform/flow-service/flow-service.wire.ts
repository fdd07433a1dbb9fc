import * as z from 'zod';
import type { Created } from '../created';
import { isJsonObject } from '../json-object';

/** GET by id answers `{"items":[{…}]}`, some creates do too; both forms are read. */
export function oneItem<T>(item: z.ZodType<T>): z.ZodType<T> {
  return z.preprocess((body) => {
    if (isJsonObject(body) && Array.isArray(body.items))
      return body.items.length === 1 ? body.items[0] : null;
    return Array.isArray(body) && body.length === 1 ? body[0] : body;
  }, item);
}

/** One page of a list; items are parsed one by one by their own resource. */
export const pageSchema = z.object({
  items: z.array(z.unknown()),
  _links: z
    .object({ next: z.object({ href: z.string().min(1) }).nullish() })
    .nullish()
    .transform((links) => links?.next?.href),
});

/** `{id, etag}` with an id of the right brand. */
export function createdSchema<IdSchema extends z.ZodType<string>>(
  id: IdSchema,
): z.ZodType<Created<z.output<IdSchema>>> {
  return oneItem(
    z.object({ id: z.unknown(), etag: z.string().min(1).nullish() }).transform((wire, issues) => {
      const created = id.safeParse(wire.id);
      if (!created.success) {
        issues.addIssue({ code: 'custom', message: 'not an id', path: ['id'] });
        return z.NEVER;
      }
      return wire.etag ? { id: created.data, etag: wire.etag } : { id: created.data };
    }),
  );
}
