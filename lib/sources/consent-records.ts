/** Where a source keeps what people agreed to, when it is a source of consents. */
export type ConsentRecords = {
  /** The list of purposes in a record. */
  list: string;
  /** Keys of one purpose. */
  idKey: string;
  nameKey: string;
  statusKey: string;
  /** Lists of one purpose: its topics, and its preferences with their options; entries have the keys of a purpose. */
  topicsKey: string;
  preferencesKey: string;
  optionsKey: string;
  /** Whether a topic or an option was agreed to. */
  consentedKey: string;
  /** Further facts about a person, as a list of names and values. */
  elements: { list: string; nameKey: string; valueKey: string };
  /** When its status was last set. */
  timeKey: string;
  /** When the whole record last changed. */
  updatedPath: string;
  /** What the vendor's statuses say without a doubt. */
  yes: readonly string[];
  no: readonly string[];
  pending: readonly string[];
  /** Statuses that somebody has to decide about. */
  expired: readonly string[];
  neverAsked: readonly string[];
};
