import { PlatformError } from './platform-error';
import { UnreadableReply } from './unreadable-reply';

/** Passes on what was read by id, unless the answer is about another object. Throws `unreadable` then. */
export function requireSameId<T extends { id: string }>(endpoint: string, id: string, found: T): T {
  if (found.id === id) return found;
  throw new PlatformError('unreadable', endpoint, {
    cause: new UnreadableReply('unexpected-shape', 'The answer is about another object.'),
  });
}
