import { isObject } from '../plain-json';
import type { BatchFiles, RowError } from './batch-files';

function lineOf({ row, errors }: RowError, filename: string): string {
  return JSON.stringify({
    ...(isObject(row) ? row : { _corrupt_record: row }),
    _errors: errors.map(({ code, column, message }) => ({
      _code: code,
      ...(column === undefined ? {} : { _column: column }),
      _message: message,
    })),
    _filename: filename,
  });
}

/** The row error file: one JSON object on each line. */
export function rowErrorLines(files: BatchFiles): string {
  return files.rowErrors.map((error) => `${lineOf(error, files.inputFile)}\n`).join('');
}

const mostSamples = 100;

/** Samples of the row errors by their code, as the user interface shows them. */
export function rowErrorSamples(files: BatchFiles): unknown[] {
  return files.rowErrors
    .slice(0, mostSamples)
    .map((error) => JSON.parse(lineOf(error, files.inputFile)) as unknown);
}
