/** What every create answers; `etag` with its double quotes where the service has one. */
export type Created<Id extends string = string> = {
  id: Id;
  etag?: string;
  version?: string | number;
};

/** A list read to its last page, or up to the cap: only `complete` lists prove that something does not exist. */
export type Listed<Item> = { items: Item[]; complete: boolean };
