import type { Frequency } from '@/lib/schedule/schedule';
import type { ConsentRecords } from './consent-records';
import type { TargetAdvice } from './target-advice';

/** A credential field as the form shows it and as `auth.params` receives it. */
export type CredentialField = {
  /** Key in `auth.params`. */
  name: string;
  label: string;
  kind: 'secret' | 'host';
  required: boolean;
  hint: string;
  /** Turns what people paste into what the platform wants: no newline, no `Bearer `, no `https://`. */
  normalise: (pasted: string) => string;
  /** A sentence with the remedy when the normalised value cannot be right, else undefined. */
  refuse: (value: string) => string | undefined;
  /** A sentence worth reading that does not stop anybody. */
  advise: (value: string) => string | undefined;
};

export type ResourcePath = {
  /** The value of `resourcePath`; empty for a source that has one stream. */
  path: string;
  title: string;
  description: string;
  /** What the source calls the right to read it, for the sentence shown when it is missing. */
  permission: string;
};

/** One published row; `target` is relative to the tenant object (`_tenant.`) unless it names a standard field. */
export type PresetRow = {
  source: string;
  target: string;
  standard?: true;
  name?: string;
  description?: string;
};

export type MappingPreset = { resourcePath: string; title: string; rows: readonly PresetRow[] };

/**
 * Everything that differs between sources. No screen, action or client asks which source it is; a third REST source is
 * a new definition and nothing else.
 */
export type SourceDefinition = {
  id: string;
  title: string;
  category: string;
  summary: string;
  connectionSpec: { id: string; version: string };
  /** Sent verbatim as `auth.specName`. */
  authSpecName: string;
  credentialFields: readonly CredentialField[];
  /** Where to find the credential and which rights it needs; one sentence a step. */
  credentialHelp: { title: string; steps: readonly string[]; permissions: readonly string[] };
  /** Tells test from live data by the credential, when that is possible. */
  credentialMode?: (credentials: Readonly<Record<string, string>>) => 'test' | 'live' | undefined;
  /** Days a credential lives at most; undefined when it does not end by itself. */
  credentialMaxAgeDays?: number;
  /** Exactly one with an empty path when the source has one stream. */
  resourcePaths: readonly ResourcePath[];
  /** JSON for `sourceParams` of explore and `params` of the source connection. */
  sourceParams: (resourcePath: string) => Record<string, string>;
  /** The object that wraps one record: `data.` for Stripe, `content.` for OneTrust. */
  recordRoot: string;
  /** When a record was made or last changed, in epoch seconds; undefined when it does not say. */
  recordTimeSeconds: (record: unknown) => number | undefined;
  /** Fields of the vendor's paging envelope: hidden by default. */
  envelopeFields: readonly string[];
  /** Name of the object under the tenant object that new fields go into; empty puts them directly under it. */
  targetContainer: (resourcePath: string) => string;
  /** What a good target for this data looks like. */
  targetAdvice: (resourcePath: string) => TargetAdvice;
  /**
   * Keys the vendor documents for objects that explore may report without any: XDM objects need declared fields. By path
   * with `[*]` for the items of a list.
   */
  undeclaredKeys: Readonly<Record<string, Readonly<Record<string, 'string' | 'boolean' | 'integer'>>>>;
  sourceDataFormat: 'json';
  targetDataFormat: 'parquet_xdm' | 'json';
  /** Which row form the source's tutorial sends when every row copies a field. */
  mappingDialect: 'sourceAttribute' | 'source';
  /** Smallest `interval` per frequency. */
  minimumIntervals: Readonly<Record<Exclude<Frequency, 'once'>, number>>;
  /** Who states the minimums, for the sentence people read. */
  minimumIntervalAuthority: string;
  presets: readonly MappingPreset[];
  /** For a source of consents: they can fill Adobe's consent fields. */
  consents?: ConsentRecords;
};
