import type { Route, ServiceRequest } from '../contract';
import { notFound } from './flow-error';
import { connectionSpecs, flowSpecs } from './specs';

type Spec = { id: string; name: string };

function routesFor(collection: string, specs: Spec[]): Route[] {
  return [
    {
      op: `flow.${collection}.list`,
      method: 'GET',
      pattern: `/${collection}`,
      handle: (request) => ({ status: 200, body: { items: selectSpecs(request, specs), _links: {} } }),
    },
    {
      op: `flow.${collection}.get`,
      method: 'GET',
      pattern: `/${collection}/{id}`,
      handle: (request) => {
        const id = request.params.id ?? '';
        const spec = specs.find((candidate) => candidate.id === id);
        if (!spec) throw notFound(request, collection, id);
        return { status: 200, body: { items: [spec] } };
      },
    },
  ];
}

function selectSpecs(request: ServiceRequest, specs: Spec[]): Spec[] {
  const filters = request.query.getAll('property');
  return specs.filter((spec) =>
    filters.every((filter) => {
      const [field, value] = filter.split('==', 2);
      if (field !== 'id' && field !== 'name') return true;
      return spec[field] === value?.replace(/^"(.*)"$/, '$1');
    }),
  );
}

/** Connection specs and flow specs, read only. */
export const specRoutes: Route[] = [
  ...routesFor('connectionSpecs', connectionSpecs),
  ...routesFor('flowSpecs', flowSpecs),
];
