import type { JournalRow } from '../emulator/journal';
import type { EmulatorClient, PlatformObject } from './emulator-client';

/** Operations that make an object, in the order in which they depend on each other. */
export const createOperations = [
  'flow.sourceConnections.create',
  'schemaRegistry.tenant.fieldgroups.create',
  'schemaRegistry.tenant.schemas.create',
  'catalog.dataSets.create',
  'flow.targetConnections.create',
  'dataPrep.mappingSets.create',
  'flow.flows.create',
] as const;

export type CreateOperation = (typeof createOperations)[number];

/** The successful creates since a position, by operation. */
export async function readCreates(
  emulator: EmulatorClient,
  since: number,
): Promise<Record<CreateOperation, JournalRow[]>> {
  const rows = await emulator.journal({ since });
  const made = (op: string) => rows.filter((row) => row.op === op && row.committedId !== undefined);
  return Object.fromEntries(createOperations.map((op) => [op, made(op)])) as Record<
    CreateOperation,
    JournalRow[]
  >;
}

/** The only successful create of an operation. Throws when there are none or several. */
export function onlyCreate(creates: Record<CreateOperation, JournalRow[]>, op: CreateOperation): JournalRow {
  const [row, ...more] = creates[op];
  if (!row || more.length > 0) throw new Error(`${op}: ${creates[op].length} creates instead of one`);
  return row;
}

/** Dataflows of a name. */
export async function findFlows(emulator: EmulatorClient, name: string): Promise<PlatformObject[]> {
  return (await emulator.objects('flowservice', 'flows')).filter((flow) => flow.name === name);
}
