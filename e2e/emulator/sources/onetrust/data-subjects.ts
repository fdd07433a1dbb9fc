import type { Json } from '../../contract';
import { createDice, type Dice } from '../dice';

const purposes = [
  { id: '5c0f9a52-18b1-4f6a-9d0e-6f1c1b2a0001', name: 'Email marketing' },
  { id: '5c0f9a52-18b1-4f6a-9d0e-6f1c1b2a0002', name: 'Product updates' },
  { id: '5c0f9a52-18b1-4f6a-9d0e-6f1c1b2a0003', name: 'Personalised offers' },
  { id: '5c0f9a52-18b1-4f6a-9d0e-6f1c1b2a0004', name: 'Analytics' },
  { id: '5c0f9a52-18b1-4f6a-9d0e-6f1c1b2a0005', name: 'Partner sharing' },
];
const givenNames = [
  'amelie',
  'bruno',
  'carla',
  'dario',
  'elif',
  'felix',
  'greta',
  'hugo',
  'ilse',
  'jan',
] as const;
const collectionPoint = '81b4e0c6-2f57-4e0c-9a53-0d5c3e7a1100';
const pageSize = 100;

/** One data subject with its consents, inside the paging envelope that the connector leaves around every record. */
export function dataSubjectRecord(index: number, createdAtMs: number): Json {
  const dice = createDice('onetrust', index);
  const page = Math.floor(index / pageSize);
  const sort = { sorted: true, unsorted: false, empty: false };
  return {
    number: page,
    size: pageSize,
    numberOfElements: pageSize,
    last: false,
    pageable: {
      limit: pageSize,
      offset: page * pageSize,
      sort,
      tokenId: (page + 1) * pageSize,
      pageSize,
      pageNumber: page,
      unpaged: false,
      paged: true,
    },
    sort,
    content: createSubject(dice, index, createdAtMs),
    first: page === 0,
    empty: false,
  };
}

function createSubject(dice: Dice, index: number, createdAtMs: number): Json {
  const count = 1 + (index % purposes.length);
  return {
    Id: dice.uuid(),
    Language: dice.pick(['en-us', 'de-de', 'fr-fr', 'ja-jp']),
    Identifier: `${dice.pick(givenNames)}.subject.${index}@example.com`,
    LastUpdatedDate: toIso(createdAtMs),
    CreatedDate: toIso(createdAtMs - 86_400_000 * (1 + dice.below(400))),
    DataElements: index % 4 === 0 ? [{ Name: 'Country', Value: dice.pick(['US', 'DE', 'FR', 'JP']) }] : [],
    Purposes: purposes
      .slice(0, count)
      .map((purpose, n) => createPurpose(dice, purpose, index + n, createdAtMs)),
    TestDataSubject: index % 25 === 24,
  };
}

function createPurpose(
  dice: Dice,
  purpose: { id: string; name: string },
  n: number,
  createdAtMs: number,
): Json {
  const status = dice.pick(['ACTIVE', 'ACTIVE', 'ACTIVE', 'WITHDRAWN', 'EXPIRED', 'NO_CONSENT', 'PENDING']);
  const firstMs = createdAtMs - 86_400_000 * (2 + dice.below(300));
  const lastMs = firstMs + dice.below(createdAtMs - firstMs);
  const consented = status === 'ACTIVE' || status === 'WITHDRAWN' || status === 'EXPIRED';
  return {
    Id: purpose.id,
    Name: purpose.name,
    Version: 1 + (n % 3),
    Status: status,
    FirstTransactionDate: toIso(firstMs),
    LastTransactionDate: toIso(lastMs),
    WithdrawalDate: status === 'WITHDRAWN' ? toIso(lastMs) : null,
    ConsentDate: consented ? toIso(firstMs) : null,
    ExpiryDate: status === 'EXPIRED' ? toIso(lastMs) : null,
    TotalTransactionCount: 1 + dice.below(9),
    Topics:
      n % 3 === 0
        ? [
            { Id: partId(purpose.id, 1), Name: 'Newsletter', IsConsented: consented },
            { Id: partId(purpose.id, 2), Name: 'Events', IsConsented: dice.oneIn(2) },
          ]
        : [],
    CustomPreferences:
      n % 4 === 1
        ? [
            {
              Id: partId(purpose.id, 3),
              Name: 'Contact frequency',
              Options: [
                dice.oneIn(2)
                  ? { Id: partId(purpose.id, 4), Name: 'Weekly', IsConsented: true }
                  : { Id: partId(purpose.id, 5), Name: 'Monthly', IsConsented: true },
              ],
            },
          ]
        : [],
    LastTransactionCollectionPointId: collectionPoint,
    LastTransactionCollectionPointVersion: 1,
    LastReceiptId: null,
    LastInteractionDate: null,
    LastUpdatedDate: null,
    PurposeNote: null,
    attributes: {},
  };
}

/** A topic or an option is the same for everybody who was asked about the purpose. */
function partId(purposeId: string, part: number): string {
  return `d6a1c0de-0000-4000-8${String(part).padStart(3, '0')}-${purposeId.slice(-12)}`;
}

function toIso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
