import {
  bigserial,
  boolean,
  date,
  index,
  integer,
  json,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { OutcomesByBand } from '@/lib/mapping/suggestion-outcomes';
import { sandboxTypes } from '@/lib/suggestion-history/suggestion-history';
import { roles } from '@/lib/team/roles';

// Column names come from the property names (`casing: 'snake_case'` in the client and in drizzle.config.ts).
const moment = () => timestamp({ withTimezone: true, mode: 'date' });

export const roleEnum = pgEnum('role', roles);
export const onboardingStateEnum = pgEnum('onboarding_state', ['draft', 'creating', 'created', 'removed']);

export const runStepStates = [
  'waiting',
  'intended',
  'sent',
  'done',
  'unknown',
  'parked',
  'failed',
  'undone',
  'left',
] as const;

export type RunStepState = (typeof runStepStates)[number];

/** Who a person is: issuer and subject. E-mail and name are what the issuer said last, never an identity. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey().defaultRandom(),
    issuer: text().notNull(),
    subject: text().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [unique().on(table.issuer, table.subject)],
);

export const memberships = pgTable(
  'memberships',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    orgId: text().notNull(),
    role: roleEnum().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.orgId] }), index().on(table.orgId)],
);

export const sessions = pgTable(
  'sessions',
  {
    /** Hash of the id in the cookie: a copy of this table opens no session. */
    id: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    orgId: text().notNull(),
    sandboxName: text(),
    /** The person's IMS tokens, sealed for this row (`server/auth/vault.ts`). */
    sealedTokens: text(),
    authenticatedAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [index().on(table.personId), index().on(table.expiresAt)],
);

export const onboardings = pgTable(
  'onboardings',
  {
    id: uuid().primaryKey().defaultRandom(),
    orgId: text().notNull(),
    sandboxName: text().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    sourceId: text().notNull(),
    /** `json`, not `jsonb`: people see the fields of their source in the order the source has them. */
    draft: json().$type<unknown>().notNull(),
    /** Format of `draft`. */
    draftVersion: integer().notNull(),
    /** Counts saves; every save names the version it is based on. */
    version: integer().notNull().default(1),
    state: onboardingStateEnum().notNull().default('draft'),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    updatedBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [index().on(table.orgId, table.sandboxName, table.updatedAt)],
);

export const runs = pgTable(
  'runs',
  {
    id: uuid().primaryKey().defaultRandom(),
    onboardingId: uuid()
      .notNull()
      .references(() => onboardings.id),
    orgId: text().notNull(),
    sandboxName: text().notNull(),
    startedBy: uuid()
      .notNull()
      .references(() => people.id),
    idempotencyKey: text().notNull(),
    planHash: text().notNull(),
    plan: json().$type<unknown>().notNull(),
    state: text().notNull(),
    note: text(),
    leaseOwner: text(),
    leaseUntil: moment(),
    /** Grows with every change of the lease; a write that names an older one is refused. */
    fence: integer().notNull().default(0),
    /** When the run goes on by itself; null while somebody drives it, when it asks, and when it is over. */
    wakeAt: moment(),
    /** How often it has gone on by itself since a person last said so. */
    wakeUps: integer().notNull().default(0),
    /** When to look for objects that a request made after everybody had given it up. */
    sweepAt: moment(),
    sweeps: integer().notNull().default(0),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    finishedAt: moment(),
  },
  (table) => [
    unique().on(table.onboardingId, table.idempotencyKey),
    index().on(table.orgId, table.sandboxName, table.createdAt),
    index().on(table.state, table.leaseUntil),
    index().on(table.wakeAt),
    index().on(table.sweepAt),
  ],
);

export const runSteps = pgTable(
  'run_steps',
  {
    runId: uuid()
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    position: integer().notNull(),
    state: text({ enum: runStepStates }).notNull().default('waiting'),
    payloadHash: text(),
    marker: text(),
    /** When the request left whose outcome is not known; null as soon as it is. */
    sentAt: moment(),
    /** Since the step last rested. */
    sends: integer().notNull().default(0),
    remoteId: text(),
    remoteEtag: text(),
    remoteVersion: text(),
    /** The object existed before and is not ours: undo never touches it. */
    adopted: boolean().notNull().default(false),
    error: jsonb().$type<unknown>(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.key] }), index().on(table.marker)],
);

/** What is known about a credential that the platform holds: never the credential. */
export const credentials = pgTable(
  'credentials',
  {
    baseConnectionId: text().notNull(),
    orgId: text().notNull(),
    sandboxName: text().notNull(),
    sourceId: text().notNull(),
    name: text().notNull(),
    /** `YYYY-MM-DD` as the source states it, without a zone. */
    expiresOn: date({ mode: 'string' }),
    mode: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull().defaultNow(),
    replacedAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sandboxName, table.baseConnectionId] })],
);

/** Field names that went together when a dataflow was created; never a value. */
export const acceptedPairs = pgTable(
  'accepted_pairs',
  {
    /** Hash of everything that makes a pair another one: paths are too long for an index of their own. */
    id: text().primaryKey(),
    orgId: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sandboxType: text({ enum: sandboxTypes }).notNull(),
    sourceId: text().notNull(),
    sourcePath: text().notNull(),
    targetPath: text().notNull(),
    /** The calculation, where the field was not copied. */
    expression: text(),
    times: integer().notNull().default(1),
    lastAt: moment().notNull(),
  },
  (table) => [
    index().on(table.orgId, table.sandboxType, table.sourceId, table.lastAt),
    index().on(table.personId),
  ],
);

/** Who wants no history of accepted pairs in an organisation: neither kept nor used. */
export const suggestionOptOuts = pgTable(
  'suggestion_opt_outs',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    orgId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.orgId] })],
);

/** What became of the suggestions of each creation: numbers only. */
export const suggestionOutcomes = pgTable(
  'suggestion_outcomes',
  {
    runId: uuid()
      .primaryKey()
      .references(() => runs.id, { onDelete: 'cascade' }),
    orgId: text().notNull(),
    sandboxType: text({ enum: sandboxTypes }).notNull(),
    at: moment().notNull(),
    counts: jsonb().$type<OutcomesByBand>().notNull(),
  },
  (table) => [index().on(table.orgId, table.at)],
);

/** The intent to make an account at the platform: never its credential. */
export const accountCreations = pgTable(
  'account_creations',
  {
    orgId: text().notNull(),
    sandboxName: text().notNull(),
    marker: text().notNull(),
    connectionSpecId: text().notNull(),
    /** Null as soon as the outcome of the last request is known. */
    sentAt: moment(),
    remoteId: text(),
    sweepAt: moment(),
    sweeps: integer().notNull().default(0),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.sandboxName, table.marker] }),
    index().on(table.sweepAt),
  ],
);

/** Keys of the HTTP API: each opens one sandbox with one role. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid().primaryKey().defaultRandom(),
    orgId: text().notNull(),
    sandboxName: text().notNull(),
    name: text().notNull(),
    role: roleEnum().notNull(),
    /** A copy of this table opens nothing. */
    tokenHash: text().notNull().unique(),
    /** Its last characters, so that people can tell their tokens apart. */
    ending: text().notNull(),
    /** A token never may more than whoever made it, and nothing once that person has left. */
    createdBy: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment(),
    lastUsedAt: moment(),
    revokedAt: moment(),
  },
  (table) => [index().on(table.orgId, table.sandboxName), index().on(table.createdBy)],
);

/** How much of something was asked for within a window, for all processes together. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  startedAt: moment().notNull(),
  count: integer().notNull(),
});

/** Append-only (a trigger refuses anything else); each row holds the hash of the one before. */
export const audit = pgTable(
  'audit',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    at: moment().notNull(),
    orgId: text().notNull(),
    /** No reference: the row stays when the person is erased, and the id alone names nobody. */
    personId: uuid(),
    action: text().notNull(),
    subject: text().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull().unique(),
  },
  (table) => [index().on(table.orgId, table.seq)],
);
