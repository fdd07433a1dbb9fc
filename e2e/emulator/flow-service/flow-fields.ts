import type { Json, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { clonePlain } from '../plain-json';
import { invalidValue, readOptionalObject, readOptionalText, readText, refuseUnknown } from './body-fields';
import { sourcesError } from './flow-error';
import { type FlowParents, readTransformations } from './flow-parts';
import type { ResourceDocument } from './flow-state';
import { describeSchedule, readSchedule, type Schedule, storedSchedule } from './schedule';

/** The fields of a dataflow that can be edited later. */
export const editableFlowFields = [
  'name',
  'description',
  'transformations',
  'scheduleParams',
  'options',
  'labels',
];

/** Reads and checks the editable fields; the result is what `GET` shows. */
export function readFlowFields(
  request: ServiceRequest,
  runtime: FlowRuntime,
  body: Record<string, Json>,
  parents: FlowParents,
  schedule: Schedule,
): Record<string, Json> {
  const fields: Record<string, Json> = {
    name: readText(request, body, 'name'),
    ...readOptionalText(request, body, 'description'),
    scheduleParams: describeSchedule(schedule),
    transformations: readTransformations(request, runtime.switches(), body, parents.targetConnection),
  };
  const options = readOptions(request, body);
  if (options) fields.options = options;
  const { labels } = body;
  if (labels !== undefined && labels !== null) {
    if (!Array.isArray(labels) || !labels.every((label) => typeof label === 'string')) {
      throw invalidValue(request, 'labels', 'a list of strings is expected');
    }
    fields.labels = [...labels];
  }
  return fields;
}

function readOptions(request: ServiceRequest, body: Record<string, Json>): Json | undefined {
  const options = readOptionalObject(request, body, 'options');
  if (!options) return undefined;
  refuseUnknown(request, options, ['errorDiagnosticsEnabled', 'partialIngestionPercent'], 'options.');
  const { errorDiagnosticsEnabled, partialIngestionPercent } = options;
  if (errorDiagnosticsEnabled !== undefined && typeof errorDiagnosticsEnabled !== 'boolean') {
    throw invalidValue(request, 'options.errorDiagnosticsEnabled', 'true or false is expected');
  }
  if (partialIngestionPercent !== undefined) {
    const percent =
      typeof partialIngestionPercent === 'string' && partialIngestionPercent.trim() !== ''
        ? Number(partialIngestionPercent)
        : partialIngestionPercent;
    if (typeof percent !== 'number' || !(percent > 0 && percent <= 100)) {
      throw invalidValue(
        request,
        'options.partialIngestionPercent',
        'a number above 0 and up to 100 is expected',
      );
    }
  }
  return clonePlain(options);
}

/** Reads an edited schedule under the limits that hold once the start time has passed. */
export function readEditedSchedule(
  request: ServiceRequest,
  runtime: FlowRuntime,
  body: Record<string, Json>,
  parents: FlowParents,
  flow: ResourceDocument,
): Schedule {
  const before = storedSchedule(flow.scheduleParams);
  const startUnchanged = before !== undefined && sameStart(body.scheduleParams, before);
  const schedule = readSchedule(request, runtime, body, parents.source, { mayBePast: startUnchanged });
  if (!before || before.startTimeSeconds * 1000 > request.nowMs) return schedule;
  if (before.startTimeSeconds !== schedule.startTimeSeconds) {
    throw sourcesError(request, '1366-400', 'The start time has passed and cannot be updated.');
  }
  if (before.frequency !== 'once' && schedule.frequency === 'once') {
    throw sourcesError(request, '1403-400', 'The frequency cannot become once after the start time.');
  }
  if (before.frequency === 'once' && schedule.frequency !== 'once') {
    throw sourcesError(request, '1366-400', 'The start time has passed and the schedule cannot be updated.');
  }
  if (before.backfill !== schedule.backfill) {
    throw sourcesError(request, '1404-400', 'Backfill cannot be changed after the start time.');
  }
  return schedule;
}

function sameStart(scheduleParams: Json | undefined, before: Schedule): boolean {
  const params = scheduleParams as Record<string, Json> | null | undefined;
  return String(params?.startTime) === String(before.startTimeSeconds);
}
