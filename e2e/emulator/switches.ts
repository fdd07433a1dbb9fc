/**
 * Places where public sources disagree or are silent: both behaviours exist, the stricter is the default.
 * `FIDELITY.md` lists the sources for each.
 */
export type Switches = {
  /** OneTrust's tutorial: at least 15 for every frequency. Off: the shared flow spec's 1 for hour, day and week. */
  strictOneTrustInterval: boolean;
  /** `GET /connections/{id}` shows `auth.params` with its values. Off: without them. */
  credentialsInReads: boolean;
  /** A run with rejected records ends as `partialSuccess`. Off: `success`, as in the published monitoring sample. */
  reportPartialSuccess: boolean;
  /** Two schema versions that both name a minor must agree in it. Off: majors only. */
  compareMinorSchemaVersions: boolean;
  /** `If-Match` must carry the etag's own double quotes. Off: the bare value is accepted too. */
  quotedIfMatch: boolean;
  /** Adobe's request collection sends `if-match` in the query. Off: it counts as a header only. */
  ifMatchInQuery: boolean;
  /** A public client deletes mapping sets, no specification does. Off: 405. */
  deletableMappingSets: boolean;
  /** A dataset that a target connection names cannot be deleted. Off: it can, and the target connection stays behind. */
  protectUsedDatasets: boolean;
  /** How long connections and dataflows stay in a transient state after each change, milliseconds of emulator time. */
  transientStatesMs: number;
};

export const defaultSwitches: Switches = {
  strictOneTrustInterval: true,
  credentialsInReads: true,
  reportPartialSuccess: false,
  compareMinorSchemaVersions: true,
  quotedIfMatch: true,
  ifMatchInQuery: true,
  deletableMappingSets: true,
  protectUsedDatasets: true,
  transientStatesMs: 0,
};

function isSwitchName(name: string): name is keyof Switches {
  return Object.hasOwn(defaultSwitches, name);
}

/** Reads a change of switches. Throws an error that names the first switch that is unknown or of the wrong type. */
export function readSwitches(change: Record<string, unknown>): Partial<Switches> {
  const read: Partial<Switches> = {};
  for (const [name, value] of Object.entries(change)) {
    if (!isSwitchName(name)) throw new Error(`${name} is not a switch`);
    if (name === 'transientStatesMs') {
      if (typeof value !== 'number' || !(value >= 0)) throw new Error(`${name} is a number of milliseconds`);
      read[name] = value;
    } else {
      if (typeof value !== 'boolean') throw new Error(`${name} is true or false`);
      read[name] = value;
    }
  }
  return read;
}
