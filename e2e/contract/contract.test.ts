import { beforeAll, describe, expect, test } from 'vitest';
import type { CapturedRequest } from './captured-request';
import { correctOpenApi, extraQuery } from './corrections';
import { loadOpenApi, type OpenApi } from './openapi';
import { requestKey, requestSchemas } from './request-schemas';
import { runUseCases } from './use-cases';

let requests: CapturedRequest[] = [];
beforeAll(async () => {
  requests = await runUseCases();
});

const label = ({ method, path }: CapturedRequest) => `${method} ${path}`;

test('the emulator refuses none of the requests', () => {
  const refused = requests.filter(({ status }) => status >= 400).map((one) => `${label(one)} ${one.status}`);
  expect(refused).toEqual([]);
});

test('every request has the headers of its kind', () => {
  const problems = requests.flatMap((request) => {
    const { headers, method, body } = request;
    const needed = ['authorization', 'x-api-key', 'x-gw-ims-org-id', 'accept'];
    if (!request.path.endsWith('/sandbox-management/')) needed.push('x-sandbox-name');
    if (body !== undefined) needed.push('content-type');
    // The registry has no etags in its calls.
    if (method === 'PATCH' && request.path.includes('/flowservice/')) needed.push('if-match');
    return needed.filter((name) => !headers[name]).map((name) => `${label(request)} lacks ${name}`);
  });
  expect(problems).toEqual([]);
});

test('every body fits our own schema of it, and every schema is used', () => {
  const withBody = requests.filter(({ body }) => body !== undefined);
  const problems = withBody.flatMap((request) => {
    const schema = requestSchemas[requestKey(request.method, request.path)];
    if (!schema) return [`${label(request)} has no schema`];
    const parsed = schema.safeParse(request.body);
    return parsed.success ? [] : [`${label(request)}: ${parsed.error.message}`];
  });
  expect(problems).toEqual([]);
  const used = new Set(withBody.map(({ method, path }) => requestKey(method, path)));
  expect(Object.keys(requestSchemas).filter((key) => !used.has(key))).toEqual([]);
});

const folder = process.env.ADOBE_OPENAPI_DIR;

const againstPublished = (published: string) => {
  let openApi: OpenApi;
  let unused: string[] = [];
  beforeAll(() => {
    const corrected = correctOpenApi();
    openApi = loadOpenApi(published, corrected.apply);
    unused = corrected.unused();
  });

  test('every request is of a published operation, with published parameters and a fitting body', () => {
    const problems = requests.flatMap((request) => {
      const operation = openApi.find(request.method, request.path);
      if (!operation) return [`${label(request)} is not published`];
      const known = [...openApi.queryNames(operation), ...(extraQuery[operation.name]?.names ?? [])];
      return [
        ...request.query
          .filter(([name]) => !known.includes(name))
          .map(([name]) => `${operation.name} does not publish the parameter ${name}`),
        ...openApi.bodyProblems(operation, request.body).map((problem) => `${operation.name}: ${problem}`),
      ];
    });
    expect([...new Set(problems)]).toEqual([]);
  });

  test('every correction still finds what it corrects', () => {
    expect(unused).toEqual([]);
  });
};

// The files are Adobe's to publish: whoever has them points here, and the comparison is one more suite.
if (folder !== undefined) describe('against the published OpenAPI files', () => againstPublished(folder));
