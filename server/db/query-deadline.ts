import type { PGlite } from '@electric-sql/pglite';

/** Longest a query may take, and longest it may wait for its turn. */
export const queryDeadlineMs = 5_000;

/** The database did not answer in time. Whether the statement was executed is not known. */
export class DatabaseTimeout extends Error {
  constructor() {
    super('The database did not answer in time');
    this.name = 'DatabaseTimeout';
  }
}

/**
 * The engine with a deadline on each query. After a full disk it never answers again on the same handle, so the first
 * missed deadline calls `onBroken`: the caller must open a new one.
 */
export function withQueryDeadline(
  client: PGlite,
  onBroken: () => void,
  deadlineMs = queryDeadlineMs,
): PGlite {
  const within = async <T>(work: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        onBroken();
        reject(new DatabaseTimeout());
      }, deadlineMs);
    });
    try {
      return await Promise.race([work, deadline]);
    } finally {
      clearTimeout(timer);
    }
  };

  const limited = <Client extends object>(target: Client): Client =>
    new Proxy(target, {
      get(inner, name) {
        const member: unknown = Reflect.get(inner, name, inner);
        if (typeof member !== 'function') return member;
        if (name === 'transaction') return (body: TransactionBody) => transaction(member.bind(inner), body);
        if (name === 'query' || name === 'exec')
          return (...args: unknown[]) => within(member.apply(inner, args));
        return member.bind(inner);
      },
    });

  // A transaction has no deadline of its own, only its start and each of its queries: what it does between them is ours.
  const transaction = async (run: (body: TransactionBody) => Promise<unknown>, body: TransactionBody) => {
    let start: () => void = () => undefined;
    let abandoned = false;
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    const result = run(async (tx) => {
      if (abandoned) throw new DatabaseTimeout();
      start();
      return await body(limited(tx));
    });
    try {
      await within(Promise.race([started, result]));
    } catch (error) {
      abandoned = true;
      result.catch(() => undefined);
      throw error;
    }
    return await result;
  };

  return limited(client);
}

type TransactionBody = (tx: object) => Promise<unknown>;
