import type { NewFieldMapping } from '@/lib/mapping/commands';
import { printFieldName } from '@/lib/schema/field-path';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { NewTarget } from '@/lib/wizard/draft';
import { type ProposedField, proposeFields } from './propose-fields';
import { tenantPath } from './propose-target';
import { targetClasses } from './target-class';

const formats = { date: 'yyyy-MM-dd', 'date-time': "yyyy-MM-dd'T'HH:mm:ss.SSSX" } as const;

/** A calculation that turns Unix seconds into the text XDM takes for a time; `dformat` wants milliseconds. */
function fromUnixSeconds(sourcePath: string, type: keyof typeof formats): string {
  return `dformat(${sourcePath} * 1000, "${formats[type]}")`;
}

/**
 * Mappings that fill every kept field of a proposed target from the field it was made from, the class's own fields
 * included. An unchanged list of objects is copied whole; a changed one field by field.
 */
export function proposeMappings(
  source: SourceDefinition,
  resourcePath: string,
  sourceSchema: unknown,
  tenantId: string,
  target: NewTarget,
): NewFieldMapping[] {
  const { fields, sourceOf } = proposeFields(source, sourceSchema, target.fieldEdits);
  const has = new Set(fields.map((field) => field.source));
  const mappings = classMappings(source, resourcePath, target, has);
  let copiedBelow: string | undefined;
  for (const [at, field] of fields.entries()) {
    if (field.isLeftOut || !sourceOf.has(field.path)) continue;
    if (copiedBelow !== undefined && field.path.startsWith(copiedBelow)) continue;
    copiedBelow = undefined;
    const path = tenantPath(tenantId, target.container, field.path);
    if (field.type !== 'object') {
      mappings.push(mappingOf(field, path));
    } else if (field.isList && isCopyable(fields, at)) {
      mappings.push({ kind: 'attribute', source: field.source, target: path });
      copiedBelow = `${field.path}[*]`;
    }
  }
  return mappings;
}

/** The mapping that fills a place in the schema from the field it was made from; seconds become a time by a calculation. */
export function mappingOf(field: ProposedField, path: string): NewFieldMapping {
  const { source, sourceType, type, isList } = field;
  const isNumber = sourceType === 'long' || sourceType === 'integer' || sourceType === 'number';
  return isNumber && (type === 'date-time' || type === 'date') && !isList && !source.includes('[*]')
    ? { kind: 'expression', source: fromUnixSeconds(source, type), target: path }
    : { kind: 'attribute', source, target: path };
}

/** The platform copies by name: every field of the list has to be called what it is called in the source. */
function isCopyable(fields: readonly ProposedField[], at: number): boolean {
  const list = fields[at];
  for (let inner = at + 1; list && inner < fields.length; inner += 1) {
    const field = fields[inner];
    if (!field || field.depth <= list.depth) break;
    const isSameName = field.source.endsWith(`.${printFieldName(field.name)}`);
    if (!isSameName || field.isLeftOut || field.type !== field.sourceType) return false;
  }
  return true;
}

function classMappings(
  source: SourceDefinition,
  resourcePath: string,
  target: NewTarget,
  has: ReadonlySet<string>,
): NewFieldMapping[] {
  const { idPath, time, eventType } = source.targetAdvice(resourcePath);
  const { properties } = targetClasses[target.classKind ?? 'profile'];
  const mappings: NewFieldMapping[] = [];
  if (has.has(idPath)) {
    mappings.push({ kind: 'attribute', source: idPath, target: '_id', description: 'Tells records apart' });
  }
  if (Object.hasOwn(properties, 'timestamp') && has.has(time.path)) {
    mappings.push(
      time.form === 'iso'
        ? { kind: 'attribute', source: time.path, target: 'timestamp', description: 'When it happened' }
        : {
            kind: 'expression',
            source: fromUnixSeconds(time.path, 'date-time'),
            target: 'timestamp',
            description: 'When it happened',
          },
    );
  }
  if (Object.hasOwn(properties, 'eventType')) {
    mappings.push({ kind: 'constant', source: eventType, target: 'eventType' });
  }
  return mappings;
}
