import type { Plan } from './plan';

/** The plan with another name for one of its objects, in what is shown and in what is sent; its marker stays. */
export function renameObject(plan: Plan, key: string, name: string): Plan {
  return {
    ...plan,
    objects: plan.objects.map((object) => {
      if (object.key !== key) return object;
      const { body } = object.request;
      // Schemas and field groups have a title; a mapping set keeps its marker in its name.
      const field = typeof body.title === 'string' ? 'title' : 'name';
      const suffix = object.kind === 'mappingSet' ? ` [${object.marker}]` : '';
      return {
        ...object,
        name,
        request: { ...object.request, body: { ...body, [field]: `${name}${suffix}` } },
      };
    }),
  };
}
