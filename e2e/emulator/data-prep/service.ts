import type { Service, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { problem, problemBody, requireJsonBody } from '@/e2e/emulator/schema-registry/registry-errors';
import { isObject } from '@/e2e/emulator/schema-registry/registry-state';
import type { Switches } from '@/e2e/emulator/switches';
import { createMapping, deleteMapping, putMapping } from './edit-mappings';
import { expressionProblem, listedFunctions, listedOperators } from './expressions';
import {
  createMappingSet,
  deleteMappingSet,
  getMapping,
  getMappingSet,
  listMappingSets,
  listMappings,
  putMappingSet,
  validateMappings,
} from './mapping-sets';
import { createMappingState, dataPrepName } from './mapping-state';
import { previewMappings } from './preview';
import { suggestMappings } from './suggestion';

/** `POST /languages/el/validate`: the expression flat, or nested as in the specification's example. */
function validateExpression(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const { body } = request;
  const outer = isObject(body) ? body.expression : undefined;
  const text = isObject(outer) ? outer.expression : outer;
  if (typeof text !== 'string') throw problem(400, 'expression is required');
  return { status: 200, body: expressionProblem(text) === undefined };
}

const one = '/mappingSets/{id}';

/** Data Prep: mapping sets with their versions, validation, preview and the expression language. */
export function createDataPrep(runtime: { switches: () => Switches }): Service {
  return {
    name: dataPrepName,
    base: '/data/foundation/conversion',
    createState: () => createMappingState(),
    routes: [
      {
        op: 'dataPrep.expressions.validate',
        method: 'POST',
        pattern: '/languages/el/validate',
        handle: validateExpression,
      },
      {
        op: 'dataPrep.functions.list',
        method: 'GET',
        pattern: '/languages/el/functions',
        handle: () => ({ status: 200, body: listedFunctions() }),
      },
      {
        op: 'dataPrep.operators.list',
        method: 'GET',
        pattern: '/languages/el/operators',
        handle: () => ({ status: 200, body: listedOperators() }),
      },
      {
        op: 'dataPrep.mappingSets.validate',
        method: 'POST',
        pattern: '/mappingSets/validate',
        handle: validateMappings,
      },
      {
        op: 'dataPrep.mappingSets.preview',
        method: 'POST',
        pattern: '/mappingSets/preview',
        handle: previewMappings,
      },
      { op: 'dataPrep.mappingSets.list', method: 'GET', pattern: '/mappingSets', handle: listMappingSets },
      {
        op: 'dataPrep.mappingSets.create',
        method: 'POST',
        pattern: '/mappingSets',
        handle: createMappingSet,
      },
      { op: 'dataPrep.mappingSets.get', method: 'GET', pattern: one, handle: getMappingSet },
      { op: 'dataPrep.mappingSets.put', method: 'PUT', pattern: one, handle: putMappingSet },
      {
        op: 'dataPrep.mappingSets.delete',
        method: 'DELETE',
        pattern: one,
        handle: (request) => deleteMappingSet(request, runtime.switches()),
      },
      {
        op: 'dataPrep.mappingSets.suggestion',
        method: 'GET',
        pattern: '/mappingSets/suggestion',
        handle: suggestMappings,
      },
      { op: 'dataPrep.mappings.create', method: 'POST', pattern: `${one}/mappings`, handle: createMapping },
      {
        op: 'dataPrep.mappings.put',
        method: 'PUT',
        pattern: `${one}/mappings/{mappingId}`,
        handle: putMapping,
      },
      {
        op: 'dataPrep.mappings.delete',
        method: 'DELETE',
        pattern: `${one}/mappings/{mappingId}`,
        handle: deleteMapping,
      },
      { op: 'dataPrep.mappings.list', method: 'GET', pattern: `${one}/mappings`, handle: listMappings },
      {
        op: 'dataPrep.mappings.get',
        method: 'GET',
        pattern: `${one}/mappings/{mappingId}`,
        handle: getMapping,
      },
    ],
    errorBody: ({ status, message }) => problemBody(status, message),
  };
}
