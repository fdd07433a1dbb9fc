/** A platform code in plain words: what happened, and what to do about it. */
export type ErrorExplanation = { meaning: string; remedy: string };

// Whole codes first: the same number stands for different things in different catalogues of the platform.
const byCode: Readonly<Record<string, ErrorExplanation>> = {
  'CONNECTOR-2001-500': {
    meaning: 'The records were read from the source but could not all be written to the dataset.',
    remedy: 'Look at the other errors of this run: they name the records or the field.',
  },
  'INGEST-1211-400': {
    meaning: 'Some records failed, and error diagnostics are switched off for this dataflow.',
    remedy: 'Switch error diagnostics on to see which records fail and why.',
  },
  'INGEST-1212-400': {
    meaning: 'Some records were left out; all others are in the dataset.',
    remedy: 'Look at the row errors, then correct the mapping or the data in the source.',
  },
  'INGEST-1401-400': {
    meaning: 'A record could not be read because it is damaged.',
    remedy: 'Check the record in the source, then repeat the run.',
  },
  'INGEST-1555-400': {
    meaning: 'A record lacks a field that the schema requires.',
    remedy: 'Map a source field, or a fixed value, to every required field.',
  },
  'MAPPER-3700-400': {
    meaning: 'A mapping row could not be computed for some records; that field stayed empty.',
    remedy: 'Preview the mapping with current records and correct the row that fails.',
  },
};

const dataflowInUse = {
  meaning: 'The account is still used by dataflows.',
  remedy: 'Delete these dataflows first.',
};
const lostRight = {
  meaning: 'Adobe refuses this for missing permission.',
  remedy: 'Ask an administrator for Manage Sources and View Sources in this sandbox.',
};

// 13xx mean one thing in every catalogue, the others only under the name of Flow Service.
const byNumber: Readonly<Record<string, ErrorExplanation>> = {
  '1304': {
    meaning: 'A mandatory field is missing.',
    remedy: 'Complete the credentials of the account.',
  },
  '1307': {
    meaning: 'The target connection has the wrong specification.',
    remedy: 'Start the step again.',
  },
  '1308': {
    meaning: 'The source answered with an error.',
    remedy: 'Check the credential of the account and what it may read.',
  },
  '1318': {
    meaning: 'The source answered with an error.',
    remedy: 'Check the credential of the account and what it may read.',
  },
  '1325': { meaning: 'The target names no dataset.', remedy: 'Choose or create a dataset.' },
  '1328': { meaning: 'The dataflow has no mapping.', remedy: 'Complete the mapping step.' },
  '1360': { meaning: 'The start time has passed.', remedy: 'Choose a start time in the future.' },
  '1361': {
    meaning: 'A dataflow that runs once has no interval.',
    remedy: 'Choose another frequency, or leave the interval out.',
  },
  '1362': {
    meaning: 'The interval is shorter than this source allows.',
    remedy: 'Choose a longer interval.',
  },
  '1363': {
    meaning: 'The interval does not go with this frequency.',
    remedy: 'Choose another interval.',
  },
  '1364': {
    meaning: 'A dataflow that runs once has no backfill.',
    remedy: 'Choose another frequency, or leave backfill out.',
  },
  '1366': {
    meaning: 'The start time cannot change once it has passed.',
    remedy: 'Change only frequency and interval, or create a new dataflow.',
  },
  '1370': { meaning: 'The dataflow has no mapping.', remedy: 'Complete the mapping step.' },
  '1386': {
    meaning: 'Only dataflows that run once can be started by hand.',
    remedy: 'Wait for the next scheduled run.',
  },
  '1387': {
    meaning: 'This run cannot be repeated.',
    remedy: 'Only failed runs, or runs that brought nothing in, can be repeated.',
  },
  '1388': { meaning: 'The dataflow is disabled.', remedy: 'Enable it, then repeat the run.' },
  '1389': { meaning: 'The source parameters were not understood.', remedy: 'Choose the data again.' },
  '1397': { meaning: 'The frequency is not one that Adobe knows.', remedy: 'Choose another frequency.' },
  '1412': { meaning: 'The version of the mapping does not exist.', remedy: 'Save the mapping again.' },
  '1413': {
    meaning: 'The specification does not exist in this organization.',
    remedy: 'Choose another source.',
  },
  '1415': {
    meaning: 'The source does not know this kind of credential.',
    remedy: 'Create the account again.',
  },
  '1418': dataflowInUse,
  '1419': {
    meaning: 'Adobe could not validate the mapping, often for missing rights on a mapped field.',
    remedy: 'Check the mapping, and that you may use every field in it.',
  },
  '1422': {
    meaning: 'The dataflow cannot do this in its present state.',
    remedy: 'Wait until it is enabled or disabled, then try again.',
  },
  '1425': {
    meaning: 'Mapping and dataset use different versions of the schema.',
    remedy: 'Map against the present version of the schema.',
  },
  '1447': dataflowInUse,
  '2000': {
    meaning: 'The credential has no access to this organization.',
    remedy: 'Sign in with a credential of this organization.',
  },
  '2100': { meaning: 'The sandbox does not exist.', remedy: 'Choose another sandbox.' },
  '2118': lostRight,
  '2120': lostRight,
  '2121': lostRight,
};

/** Plain words for a code such as `FLOW-1360-400` or `INGEST-1212-400`, or undefined when none are known. */
export function explainErrorCode(code: string): ErrorExplanation | undefined {
  if (Object.hasOwn(byCode, code)) return byCode[code];
  // 13xx come from the sources, under a name that is published nowhere; other numbers have twins there.
  const number = /^(?:FLOW-|[A-Z]+-(?=13))(\d{4})-\d{3}$/.exec(code)?.[1];
  if (number === undefined || !Object.hasOwn(byNumber, number)) return undefined;
  return byNumber[number];
}
