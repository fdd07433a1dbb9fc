import 'server-only';
import { sql } from 'drizzle-orm';
import { getLog } from '@/server/log';
import { getDb } from './client';

/** Whether the database answers a query; never throws. */
export async function isDatabaseAnswering(): Promise<boolean> {
  try {
    const db = await getDb();
    await db.execute(sql`select 1`);
    return true;
  } catch (error) {
    getLog().warn({ err: error }, 'the database does not answer');
    return false;
  }
}
