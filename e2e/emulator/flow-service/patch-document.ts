import type { Json, ServiceRequest } from '../contract';
import { clonePlain, isObject } from '../plain-json';
import { invalidValue, missingField } from './body-fields';
import { flowError, sourcesError } from './flow-error';

type Instruction = { op: 'add' | 'replace' | 'remove'; path: string[]; value: Json };

/** Reads the JSON Patch list of a request. An empty one is 1405, other operations than the three are 1434. */
export function readInstructions(request: ServiceRequest): Instruction[] {
  const { body } = request;
  if (body === undefined) throw flowError(request, '1405-400', 'The request body is empty.');
  if (!Array.isArray(body)) throw invalidValue(request, 'body', 'a list of patch instructions is expected');
  if (body.length === 0) throw flowError(request, '1405-400', 'The request body is empty.');
  return body.map((item, index) => readInstruction(request, item, index));
}

function readInstruction(request: ServiceRequest, item: Json, index: number): Instruction {
  if (!isObject(item)) throw invalidValue(request, String(index), 'a patch instruction is expected');
  const op = typeof item.op === 'string' ? item.op.toLowerCase() : undefined;
  if (op === undefined) throw missingField(request, `${index}.op`);
  if (op !== 'add' && op !== 'replace' && op !== 'remove') {
    throw flowError(request, '1434-400', `The patch operation ${op} is not supported.`);
  }
  if (typeof item.path !== 'string') throw missingField(request, `${index}.path`);
  if (!/^(?:\/(?:[^~/]|~[01])*)+$/.test(item.path)) throw invalidPath(request, item.path);
  if (op !== 'remove' && item.value === undefined) throw missingField(request, `${index}.value`);
  const path = item.path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { op, path, value: item.value ?? null };
}

function invalidPath(request: ServiceRequest, path: string) {
  return sourcesError(request, '1365-400', `The patch path ${path} is invalid.`);
}

/**
 * Applies the instructions to a copy of the editable fields and returns it; the caller validates before storing, so a
 * refused patch changes nothing. Fields outside `editable` are 1365, targets that do not exist 1455.
 */
export function applyInstructions(
  request: ServiceRequest,
  instructions: Instruction[],
  editable: Record<string, Json>,
  editableNames: string[],
): Record<string, Json> {
  const copy = clonePlain(editable);
  for (const instruction of instructions) {
    const [root = ''] = instruction.path;
    if (!editableNames.includes(root)) throw invalidPath(request, `/${instruction.path.join('/')}`);
    applyInstruction(request, copy, instruction);
  }
  return copy;
}

function applyInstruction(
  request: ServiceRequest,
  root: Record<string, Json>,
  instruction: Instruction,
): void {
  const { op, path, value } = instruction;
  const last = path.at(-1) ?? '';
  let parent: Json | undefined = root;
  for (const segment of path.slice(0, -1)) {
    parent = Array.isArray(parent) ? parent[Number(segment)] : isObject(parent) ? parent[segment] : undefined;
  }
  const missing = () =>
    flowError(request, '1455-400', `The patch instruction targets a missing field: /${path.join('/')}.`);
  if (Array.isArray(parent)) {
    const index = last === '-' && op === 'add' ? parent.length : /^\d{1,6}$/.test(last) ? Number(last) : -1;
    if (index < 0 || index > parent.length || (op !== 'add' && index === parent.length)) throw missing();
    if (op === 'add') parent.splice(index, 0, clonePlain(value));
    else if (op === 'replace') parent[index] = clonePlain(value);
    else parent.splice(index, 1);
    return;
  }
  if (!isObject(parent)) throw missing();
  if (op !== 'add' && !Object.hasOwn(parent, last)) throw missing();
  if (op === 'remove') delete parent[last];
  else parent[last] = clonePlain(value);
}
