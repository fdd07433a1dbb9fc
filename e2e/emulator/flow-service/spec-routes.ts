import type { Route, ServiceReply } from '../contract';
import { invalidValue, readBodyObject } from './body-fields';
import { notFound, sourcesError } from './flow-error';
import { connectionSpecs, flowSpecs } from './specs';

type Spec = { id: string; name: string };

function routesFor(collection: string, specs: Spec[]): Route[] {
  return [
    {
      op: `flow.${collection}.list`,
      method: 'GET',
      pattern: `/${collection}`,
      handle: (request) => listed(selectSpecs(request.query.getAll('property'), specs)),
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

function listed(items: Spec[]): ServiceReply {
  return { status: 200, body: { items, _links: {} } };
}

function selectSpecs(filters: string[], specs: Spec[]): Spec[] {
  return specs.filter((spec) =>
    filters.every((filter) => {
      const [field, value] = filter.split('==', 2);
      if (field !== 'id' && field !== 'name') return true;
      return spec[field] === value?.replace(/^"(.*)"$/, '$1');
    }),
  );
}

/** Exploring without an account, and columns: what only table and file sources have. */
function unsupported(what: 'explore' | 'configs'): Route {
  return {
    op: `flow.connectionSpecs.${what}`,
    method: 'GET',
    pattern: `/connectionSpecs/{id}/${what}`,
    handle: (request) => {
      const id = request.params.id ?? '';
      if (!connectionSpecs.some((spec) => spec.id === id)) throw notFound(request, 'connectionSpecs', id);
      throw what === 'explore'
        ? sourcesError(request, '1336-400', 'Explore is not supported for this connection spec.')
        : sourcesError(request, '1398-400', 'The operation is not supported for this source.');
    },
  };
}

/** Connection specs and flow specs, read only. */
export const specRoutes: Route[] = [
  unsupported('explore'),
  unsupported('configs'),
  ...routesFor('connectionSpecs', connectionSpecs),
  ...routesFor('flowSpecs', flowSpecs),
  {
    op: 'flow.flowSpecs.search',
    method: 'POST',
    pattern: '/flowSpecs/search',
    handle: (request) => {
      const { queryString = '' } = readBodyObject(request, ['queryString', 'limit', 'orderby', 'count']);
      if (typeof queryString !== 'string') throw invalidValue(request, 'queryString', 'a string is expected');
      return listed(selectSpecs(new URLSearchParams(queryString).getAll('property'), flowSpecs));
    },
  },
];
