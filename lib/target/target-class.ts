import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import type { ClassKind } from './new-target';

/** XDM Individual Profile: the record class that the published mappings of both sources are made for. */
export const recordClassId = 'https://ns.adobe.com/xdm/context/profile';
const eventClassId = 'https://ns.adobe.com/xdm/context/experienceevent';
/** What every class of records extends. */
export const recordBehaviorId = 'https://ns.adobe.com/xdm/data/record';

const identifier: JsonSchemaNode = {
  type: 'string',
  title: 'Identifier',
  description: 'A unique identifier of the record.',
};

type TargetClass = {
  /** Undefined for a class that is made for this schema. */
  id: string | undefined;
  title: string;
  /** When to choose it, in one sentence. */
  use: string;
  /** The standard fields that records of this class can fill. */
  properties: Readonly<Record<string, JsonSchemaNode>>;
  required: readonly string[];
  /** Whether its records can be joined into Real-Time Customer Profile. */
  canJoinProfile: boolean;
};

/** The classes that a new schema can have. */
export const targetClasses: Readonly<Record<ClassKind, TargetClass>> = {
  profile: {
    id: recordClassId,
    title: 'XDM Individual Profile',
    use: 'Each record says how one person is now; a newer record replaces the older one.',
    properties: { _id: identifier },
    required: [],
    canJoinProfile: true,
  },
  event: {
    id: eventClassId,
    title: 'XDM ExperienceEvent',
    use: 'Each record says what happened at one moment, such as a payment; nothing is replaced.',
    properties: {
      _id: { ...identifier, description: 'A unique identifier of the event.' },
      timestamp: {
        type: 'string',
        format: 'date-time',
        title: 'Timestamp',
        description: 'When it happened.',
      },
      eventType: { type: 'string', title: 'Event Type', description: 'What kind of event it is.' },
    },
    required: ['_id', 'timestamp'],
    canJoinProfile: true,
  },
  record: {
    id: undefined,
    title: 'A class of its own',
    use: 'Each record says how one thing is now that is no person, such as a price.',
    properties: { _id: identifier },
    required: [],
    canJoinProfile: false,
  },
};
