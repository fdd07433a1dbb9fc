/** A request as the product sent it. */
export type CapturedRequest = {
  method: string;
  /** Decoded, without origin and query. */
  path: string;
  query: [string, string][];
  headers: Record<string, string>;
  body: unknown;
  status: number;
};

export type Capture = { fetch: typeof globalThis.fetch; requests: CapturedRequest[] };

/** A fetch that keeps what passes through it; calls to IMS are left out. */
export function captureRequests(): Capture {
  const requests: CapturedRequest[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const response = await globalThis.fetch(input, init);
      const url = new URL(input instanceof Request ? input.url : input);
      if (!url.pathname.startsWith('/data/')) return response;
      requests.push({
        method: init?.method ?? 'GET',
        path: url.pathname,
        query: [...url.searchParams],
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
        status: response.status,
      });
      return response;
    },
  };
}
