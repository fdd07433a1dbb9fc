/** One request and what became of it. Holds no secrets: bodies, queries and headers arrive here masked. */
export type JournalRow = {
  seq: number;
  /** Emulator time, epoch milliseconds. */
  time: number;
  org?: string;
  sandbox?: string;
  op: string;
  requestId: string;
  tokenFingerprint?: string;
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  headerNames: string[];
  requestHeaders: Record<string, string>;
  bodyHash?: string;
  requestBody?: unknown;
  phase?: 'before' | 'after';
  rule?: string;
  committedId?: string;
  outcome: string;
  status?: number;
  /** Bytes of the answer's body. */
  bytes: number;
  aborted: boolean;
};

export type Journal = {
  add: (row: Omit<JournalRow, 'seq'>) => void;
  /** Rows after sequence number `since`, of one organisation when given. */
  rows: (filter?: { since?: number; org?: string; op?: string }) => JournalRow[];
  clear: () => void;
};

const mostRows = 5000;

/** A journal of the latest 5000 requests. */
export function createJournal(): Journal {
  let rows: JournalRow[] = [];
  let seq = 0;
  return {
    add(row) {
      seq += 1;
      rows.push({ seq, ...row });
      // Trimming in blocks keeps the cost per request flat.
      if (rows.length > mostRows * 1.2) rows = rows.slice(-mostRows);
    },
    rows(filter = {}) {
      return rows.filter(
        (row) =>
          row.seq > (filter.since ?? 0) &&
          (filter.org === undefined || row.org === filter.org) &&
          (filter.op === undefined || row.op === filter.op),
      );
    },
    clear() {
      rows = [];
    },
  };
}
