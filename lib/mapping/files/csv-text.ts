/** One cell and where it begins: lines and columns count from 1, columns are cells. */
export type CsvCell = { text: string; line: number; column: number };
export type CsvRow = { line: number; cells: readonly CsvCell[] };

/** Where a text stops being CSV, and why. */
export class CsvTextError extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
    this.name = 'CsvTextError';
  }
}

const delimiters = [',', ';', '\t'] as const;

/** The delimiter that the first line has most of outside of quotes; spreadsheets write `;` or tabs in some countries. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text.split(/\r\n|\r|\n/, 1);
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [...delimiters].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/**
 * Reads CSV as RFC 4180 writes it, with any line ending and with `;` or tabs too. Empty lines are left out. Throws
 * `CsvTextError` at a quotation mark that does not belong where it stands.
 */
export function parseCsvText(text: string): CsvRow[] {
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let cells: CsvCell[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;

  const endRow = () => {
    if (cells.some((cell) => cell.text !== '')) rows.push({ line: rowLine, cells });
    cells = [];
  };
  const readQuoted = (): string => {
    const start = { line, column: cells.length + 1 };
    let value = '';
    for (at += 1; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (character === '"' && text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else if (character === '"') {
        at += 1;
        const next = text[at];
        if (next === undefined || next === delimiter || next === '\r' || next === '\n') return value;
        throw new CsvTextError('Text follows the closing quotation mark.', line, start.column);
      } else {
        if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line += 1;
        value += character;
      }
    }
    throw new CsvTextError('A quotation mark is opened here and never closed.', start.line, start.column);
  };
  const readPlain = (): string => {
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\r' && text[at] !== '\n') at += 1;
    return text.slice(from, at);
  };

  while (at < text.length) {
    if (cells.length === 0) rowLine = line;
    const place = { line, column: cells.length + 1 };
    cells.push({ text: text[at] === '"' ? readQuoted() : readPlain(), ...place });
    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end still begins a cell.
      if (at === text.length) cells.push({ text: '', line, column: cells.length + 1 });
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (at < text.length) {
      at += 1;
      line += 1;
    }
    endRow();
  }
  endRow();
  return rows;
}

// A spreadsheet takes such a cell for a formula and runs it.
const formula = /^'*[=+\-@\t\r]/;

/** One row with CRLF, its cells safe to open in a spreadsheet. `fromCsvCell` takes the safety off again. */
export function printCsvRow(cells: readonly string[]): string {
  return `${cells.map(printCell).join(',')}\r\n`;
}

function printCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that a cell stood for before it was made safe. */
export function fromCsvCell(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
