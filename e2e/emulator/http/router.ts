import type { Route, Service } from '../contract';
import { emptyTable } from '../plain-json';

type CompiledRoute = { route: Route; segments: { literal?: string; param?: string }[]; literals: number };
type CompiledService = {
  service: Service;
  baseSegments: string[];
  /** By number of segments, those with most literals first. */
  routes: CompiledRoute[][];
};

/** What a request line means. Paths are matched by decoded segment, so an id may hold an encoded slash. */
export type RouteMatch =
  | { kind: 'route'; service: Service; route: Route; path: string; params: Record<string, string> }
  | { kind: 'wrong-method'; service: Service; allowed: string[] }
  | { kind: 'unknown'; service?: Service }
  | { kind: 'malformed' };

export type Router = (method: string, rawPath: string) => RouteMatch;

/** Compiles the services' routes. Literal segments win over parameters; a trailing slash makes no difference. */
export function createRouter(services: Service[]): Router {
  const compiled = services
    .map(compileService)
    .sort((left, right) => right.baseSegments.length - left.baseSegments.length);
  return (method, rawPath) => {
    const segments = decodeSegments(rawPath);
    if (!segments) return { kind: 'malformed' };
    for (const candidate of compiled) {
      if (!startsWith(segments, candidate.baseSegments)) continue;
      return matchRoute(candidate, method, segments.slice(candidate.baseSegments.length));
    }
    return { kind: 'unknown' };
  };
}

function compileService(service: Service): CompiledService {
  const compiled = service.routes.map((route) => {
    const segments = route.pattern
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => (segment.startsWith('{') ? { param: segment.slice(1, -1) } : { literal: segment }));
    return { route, segments, literals: segments.filter((segment) => 'literal' in segment).length };
  });
  compiled.sort((left, right) => right.literals - left.literals);
  const routes: CompiledRoute[][] = [];
  for (const route of compiled) {
    const same = routes[route.segments.length] ?? [];
    same.push(route);
    routes[route.segments.length] = same;
  }
  return { service, baseSegments: service.base.split('/').filter((segment) => segment !== ''), routes };
}

function decodeSegments(rawPath: string): string[] | undefined {
  const segments = rawPath.split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  try {
    return segments.map((segment) => (segment.includes('%') ? decodeURIComponent(segment) : segment));
  } catch {
    return undefined;
  }
}

function startsWith(segments: string[], base: string[]): boolean {
  return base.every((segment, index) => segments[index] === segment);
}

function matchRoute(compiled: CompiledService, method: string, segments: string[]): RouteMatch {
  const allowed: string[] = [];
  // A HEAD is a GET whose body is not sent.
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const { route, segments: pattern } of compiled.routes[segments.length] ?? []) {
    if (!fits(pattern, segments)) continue;
    if (route.method !== wanted) {
      allowed.push(route.method);
      continue;
    }
    const { service } = compiled;
    return {
      kind: 'route',
      service,
      route,
      path: `/${segments.join('/')}`,
      params: paramsOf(pattern, segments),
    };
  }
  if (allowed.length > 0) return { kind: 'wrong-method', service: compiled.service, allowed };
  return { kind: 'unknown', service: compiled.service };
}

function fits(pattern: CompiledRoute['segments'], segments: string[]): boolean {
  for (let index = 0; index < pattern.length; index += 1) {
    const part = pattern[index];
    const segment = segments[index] ?? '';
    if (part?.param !== undefined ? segment === '' : part?.literal !== segment) return false;
  }
  return true;
}

function paramsOf(pattern: CompiledRoute['segments'], segments: string[]): Record<string, string> {
  const params = emptyTable<string>();
  for (let index = 0; index < pattern.length; index += 1) {
    const name = pattern[index]?.param;
    if (name !== undefined) params[name] = segments[index] ?? '';
  }
  return params;
}
