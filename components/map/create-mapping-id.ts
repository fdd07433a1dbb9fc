/** An id for a new mapping. Not `randomUUID`: that exists only on secure origins, and a demo may run on a plain host. */
export function createMappingId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}
