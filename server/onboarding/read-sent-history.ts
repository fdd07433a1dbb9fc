import { AppFailure } from '@/lib/app-error';
import { expandText } from '@/lib/compressed-text';
import type { StoredHistory } from '@/lib/mapping/stored-history';
import { storedHistorySchema } from '@/lib/mapping/stored-history-schema';
import { parseInput } from '@/server/parse-input';

// 50,000 mappings with long paths and the steps back.
const maxBytes = 33_554_432;
const mostValues = 2_000_000;

/** The mappings as a browser sent them. Throws `invalid-input` for anything else, and for far too many. */
export async function readSentHistory(json: string): Promise<StoredHistory> {
  const text = json.startsWith('{') ? json : await expandText(json, maxBytes);
  const sent = text === undefined ? undefined : parseJson(text);
  if (sent === undefined) {
    throw new AppFailure({
      kind: 'invalid-input',
      fieldErrors: { mapping: 'These mappings could not be read.' },
    });
  }
  return parseInput(storedHistorySchema, sent, mostValues);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
