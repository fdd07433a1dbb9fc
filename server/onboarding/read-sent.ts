import { AppFailure } from '@/lib/app-error';
import { expandText } from '@/lib/compressed-text';
import type { StoredHistory } from '@/lib/mapping/stored-history';
import { storedHistorySchema } from '@/lib/mapping/stored-history-schema';
import { type PlanFact, planFactsSchema } from '@/lib/plan/plan-facts';
import { parseInput } from '@/server/parse-input';

// 50,000 mappings with long paths and the steps back.
const maxBytes = 33_554_432;
const mostValues = 2_000_000;

/** The mappings as a browser sent them. Throws `invalid-input` for anything else, and for far too many. */
export async function readSentHistory(json: string): Promise<StoredHistory> {
  const sent = await readSent(json);
  if (sent === undefined) throw unreadable('mapping', 'These mappings could not be read.');
  return parseInput(storedHistorySchema, sent, mostValues);
}

/** What a plan stood on, as a browser sent it. Throws `invalid-input` for anything else, and for far too much. */
export async function readSentFacts(json: string): Promise<PlanFact[]> {
  const sent = await readSent(json);
  if (sent === undefined) throw unreadable('facts', 'What was reviewed could not be read.');
  return parseInput(planFactsSchema, sent, mostValues);
}

async function readSent(json: string): Promise<unknown> {
  const text = /^[[{]/.test(json) ? json : await expandText(json, maxBytes);
  return text === undefined ? undefined : parseJson(text);
}

function unreadable(field: string, sentence: string): AppFailure {
  return new AppFailure({ kind: 'invalid-input', fieldErrors: { [field]: sentence } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
