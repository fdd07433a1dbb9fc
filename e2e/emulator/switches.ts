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
};

export const defaultSwitches: Switches = {
  strictOneTrustInterval: true,
  credentialsInReads: true,
  reportPartialSuccess: false,
  compareMinorSchemaVersions: true,
  quotedIfMatch: true,
};

/** True when the name is one of the switches. */
export function isSwitchName(name: string): name is keyof Switches {
  return Object.hasOwn(defaultSwitches, name);
}
