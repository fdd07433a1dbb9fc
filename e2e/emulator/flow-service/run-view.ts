import type { ServiceRequest } from '../contract';
import { isObject } from '../plain-json';
import type { ResourceDocument } from './flow-state';

const platform = 'https://platform.adobe.io';

/** A flow run as `GET` shows it: its links to files lead to the emulator by the name the client uses for it. */
export function describeRun(request: ServiceRequest, run: ResourceDocument): unknown {
  const { state: _state, version: _version, activities, ...shown } = run;
  return { ...shown, activities: localLinks(activities, request.origin) };
}

function localLinks(value: unknown, origin: string): unknown {
  if (typeof value === 'string') {
    return value.startsWith(`${platform}/data/`) ? origin + value.slice(platform.length) : value;
  }
  if (Array.isArray(value)) return value.map((item) => localLinks(item, origin));
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) copy[key] = localLinks(child, origin);
  return copy;
}
