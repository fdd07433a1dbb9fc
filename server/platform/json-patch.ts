/** One JSON Patch instruction; Flow Service takes them in lower case, as a list, with `If-Match`. */
export type JsonPatchOperation =
  | { op: 'add' | 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string };
