import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, jsonAnswer, sendAnswer } from '../http/answer';
import { flattenHeaders, type Pipeline, splitOnce } from '../http/pipeline';
import { decodeUtf8, readBody } from '../http/read-body';
import { parseStrictJson } from '../http/strict-json';
import { isObject } from '../plain-json';
import type { Control } from './control';
import { readClockChange, readOrganisation, readTokenChange } from './read-control-body';

// A fault may carry a whole answer of the platform, such as an explored schema of 10,000 fields.
const maximumBytes = 16_777_216;
const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Answers `/__emu/…`. Loopback names only, and the key when one is configured. */
export async function answerControl(
  pipeline: Pipeline,
  control: Control,
  controlKey: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = flattenHeaders(request);
  const origin = headers.origin;
  const isLocal =
    loopbackHost.test(headers.host ?? '') &&
    (origin === undefined || (URL.canParse(origin) && loopbackHost.test(new URL(origin).host)));
  if (!isLocal || (controlKey !== undefined && headers['x-emu-key'] !== controlKey)) {
    sendAnswer(
      response,
      jsonAnswer(403, { error: 'the control surface is closed to this request' }),
      'control',
    );
    return;
  }
  const body = await readBody(request, maximumBytes);
  if (body.kind === 'aborted') return;
  if (body.kind === 'too-large') {
    response.setHeader('connection', 'close');
    sendAnswer(response, jsonAnswer(413, { error: 'the body is too large' }), 'control');
    return;
  }
  const [path, query] = splitOnce(request.url ?? '');
  const call = {
    method: request.method ?? 'GET',
    segments: path.split('/').slice(2).map(decodeURIComponent),
    query: new URLSearchParams(query),
    bytes: body.bytes,
  };
  sendAnswer(response, await answerSafely(pipeline, control, call), 'control');
}

type ControlCall = { method: string; segments: string[]; query: URLSearchParams; bytes: Buffer };

async function answerSafely(pipeline: Pipeline, control: Control, call: ControlCall): Promise<Answer> {
  try {
    return await answerCall(pipeline, control, call);
  } catch (error) {
    return jsonAnswer(400, { error: error instanceof Error ? error.message : 'the request is not valid' });
  }
}

async function answerCall(pipeline: Pipeline, control: Control, call: ControlCall): Promise<Answer> {
  const [area = '', name, detail] = call.segments;
  const body = () => readControlBody(call.bytes);
  switch (`${call.method} ${area}`) {
    case 'PUT faults':
      control.faults.put(body());
      return jsonAnswer(200, control.faults.describe());
    case 'GET faults':
      return jsonAnswer(200, control.faults.describe());
    case 'DELETE faults':
      control.faults.clear();
      return jsonAnswer(200, control.faults.describe());
    case 'POST reset': {
      const given = body();
      control.reset(typeof given.snapshot === 'string' ? given.snapshot : undefined);
      return jsonAnswer(200, { nowMs: control.nowMs() });
    }
    case 'POST snapshot': {
      const given = body();
      return jsonAnswer(200, {
        snapshot: control.snapshot(typeof given.name === 'string' ? given.name : undefined),
      });
    }
    case 'GET state':
      return jsonAnswer(200, control.state(call.query.get('org') ?? undefined));
    case 'GET journal': {
      const since = Number(call.query.get('since') ?? 0);
      const org = call.query.get('org');
      const op = call.query.get('op');
      return jsonAnswer(200, {
        rows: control.journal({
          since: Number.isFinite(since) ? since : 0,
          ...(org === null ? {} : { org }),
          ...(op === null ? {} : { op }),
        }),
      });
    }
    case 'POST clock': {
      const change = readClockChange(body());
      return jsonAnswer(
        200,
        'advanceMs' in change ? control.advance(change.advanceMs) : control.setClock(change),
      );
    }
    case 'GET clock':
      return jsonAnswer(200, { nowMs: control.nowMs(), clock: pipeline.core.world.clock });
    case 'POST tokens':
      return jsonAnswer(200, control.tokens(readTokenChange(body())));
    case 'GET switches':
      return jsonAnswer(200, control.switches());
    case 'PUT switches':
      return jsonAnswer(200, control.switches(body()));
    case 'POST orgs': {
      const organisation = control.addOrganisation(readOrganisation(body()));
      return jsonAnswer(201, {
        orgId: organisation.orgId,
        tenantId: organisation.tenantId,
        sandboxes: Object.keys(organisation.sandboxes),
      });
    }
    case 'GET barriers': {
      const waitMs = Math.min(Number(call.query.get('waitMs') ?? 0) || 0, 600_000);
      return jsonAnswer(200, { name: name ?? '', held: await control.barriers.held(name ?? '', waitMs) });
    }
    case 'POST barriers': {
      const drops = body().drop === true || call.query.has('drop');
      return jsonAnswer(200, { opened: control.barriers.open(name ?? '', drops ? 'drop' : 'release') });
    }
    case 'GET memory':
      return jsonAnswer(200, memoryInUse());
    case 'GET datasets': {
      const records = detail === 'records' ? control.records(name ?? '') : undefined;
      if (!records) return jsonAnswer(404, { error: 'there is no such dataset' });
      return jsonAnswer(200, { count: records.length, records });
    }
    default:
      return jsonAnswer(404, { error: 'there is no such control call' });
  }
}

/** What the emulator's process holds, in megabytes; after a collection when Node was started with `--expose-gc`. */
function memoryInUse() {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapUsedMb: Math.round(heapUsed / 1e6), rssMb: Math.round(rss / 1e6) };
}

function readControlBody(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {};
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new Error('the body is not UTF-8');
  const value = parseStrictJson(text);
  if (!isObject(value)) throw new Error('the body is not an object');
  return value;
}
