import * as z from 'zod';
import type { OnboardingId, XdmSchemaId } from '@/lib/ids';
import type { DatasetChoice, Found, SchemaChoice } from '@/lib/wizard/replies';
import { type Dataset, listDatasets } from '@/server/platform/catalog/datasets';
import type { PlatformContext } from '@/server/platform/platform-context';
import { listSchemas } from '@/server/platform/schema-registry/schemas';
import { findInSchemas } from './find-in-schemas';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

/** What people look for, as the query of a route gives it. */
export const targetSearchSchema = z.strictObject({
  search: z.string().max(200).default(''),
  in: z.enum(['name', 'field']).default('name'),
});

type TargetSearch = z.output<typeof targetSearchSchema>;

const shown = 50;
const searchedDatasets = 500;
const shownDatasets = 3;

/**
 * Datasets whose name or whose schema's title contains the text, or whose schema has a field like it; newest first.
 * Those without a schema cannot be mapped onto and are left out.
 */
export async function searchDatasets(
  ctx: TeamContext,
  id: OnboardingId,
  query: TargetSearch,
): Promise<Found<DatasetChoice>> {
  const { platform, datasets, schemas } = await readBoth(ctx, id);
  const titles = new Map(schemas.map((schema) => [schema.id, schema.title]));
  const choices = datasets.flatMap(({ id: datasetId, name, schemaId }): DatasetChoice[] => {
    if (!schemaId) return [];
    const schemaTitle = titles.get(schemaId);
    return [{ id: datasetId, name, schemaId, ...(schemaTitle && { schemaTitle }) }];
  });
  return narrow(platform, choices, query, {
    textsOf: ({ name, schemaTitle }) => [name, schemaTitle ?? ''],
    schemaOf: ({ schemaId }) => schemaId,
  });
}

/**
 * The organisation's schemas whose title or one of whose datasets' names contains the text, or that have a field like it:
 * those with the newest datasets first, then by title.
 */
export async function searchSchemas(
  ctx: TeamContext,
  id: OnboardingId,
  query: TargetSearch,
): Promise<Found<SchemaChoice>> {
  const { platform, datasets, schemas } = await readBoth(ctx, id);
  const namesOf = new Map<XdmSchemaId, string[]>();
  for (const { schemaId, name } of datasets) {
    if (schemaId) namesOf.set(schemaId, [...(namesOf.get(schemaId) ?? []), name]);
  }
  const rank = new Map([...namesOf.keys()].map((schemaId, at) => [schemaId, at]));
  const last = rank.size;
  const choices = schemas
    .map(
      (schema): SchemaChoice => ({
        id: schema.id,
        title: schema.title,
        datasets: namesOf.get(schema.id) ?? [],
      }),
    )
    .sort((a, b) => (rank.get(a.id) ?? last) - (rank.get(b.id) ?? last) || a.title.localeCompare(b.title));
  const { found, skipped } = await narrow(platform, choices, query, {
    textsOf: ({ title, datasets }) => [title, ...datasets],
    schemaOf: (schema) => schema.id,
  });
  return {
    found: found.map((schema) => ({ ...schema, datasets: schema.datasets.slice(0, shownDatasets) })),
    skipped,
  };
}

async function readBoth(ctx: TeamContext, id: OnboardingId) {
  const { sandboxName } = await loadOnboarding(ctx, id);
  const platform = await ctx.platform(sandboxName);
  const [datasets, schemas] = await Promise.all([
    listDatasets(platform, { limit: searchedDatasets }),
    listSchemas(platform),
  ]);
  return { platform, datasets: datasets.items satisfies Dataset[], schemas: schemas.items };
}

async function narrow<Choice extends { fields?: string[] }>(
  platform: PlatformContext,
  choices: readonly Choice[],
  query: TargetSearch,
  { textsOf, schemaOf }: { textsOf: (choice: Choice) => string[]; schemaOf: (choice: Choice) => XdmSchemaId },
): Promise<Found<Choice>> {
  if (query.in === 'name') {
    const wanted = query.search.trim().toLocaleLowerCase();
    const found = choices.filter((choice) =>
      textsOf(choice).some((text) => text.toLocaleLowerCase().includes(wanted)),
    );
    return { found: found.slice(0, shown), skipped: 0 };
  }
  const { fields, skipped } = await findInSchemas(platform, choices.map(schemaOf), query.search);
  const found = choices.flatMap((choice) => {
    const names = fields.get(schemaOf(choice));
    return names ? [{ ...choice, fields: names }] : [];
  });
  return { found: found.slice(0, shown), skipped };
}
