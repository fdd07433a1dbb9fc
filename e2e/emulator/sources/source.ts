import type { Json } from '../contract';

/** One stream of records of a vendor: its records in order of creation, computable by index. */
export type SourceStream = {
  /** Stripe's resource path; empty for a source with a single stream. */
  resourcePath: string;
  /** How many records lie before the moment the world began, and how far apart they are, milliseconds. */
  history: { count: number; stepMs: number };
  /** How far apart new records are after that, milliseconds. */
  liveStepMs: number;
  /** The record as the connector hands it on, wrapped the way this source wraps; the same for the same arguments. */
  record: (index: number, createdAtMs: number) => Json;
};

/** Why the vendor refuses a credential, in the vendor's own words. */
export type VendorRefusal = { httpStatus: number; message: string };

export type Source = {
  connectionSpecId: string;
  name: string;
  /** Fields of `auth.params`, all of them required. */
  authFields: { name: string; secret: boolean }[];
  streams: SourceStream[];
  /** Smallest `interval` by frequency. */
  minimumInterval: { strict: Record<string, number>; lenient: Record<string, number> };
  /** Asks the vendor; without a resource path only whether the credential is known. */
  checkCredential: (
    params: Record<string, Json>,
    resourcePath: string | undefined,
  ) => VendorRefusal | undefined;
};
