import { toFileSlug } from '@/lib/format/file-slug';
import type { FieldMapping, MappingState } from '../mapping';
import { toWireRows } from '../wire-dialects';
import { printCsvRow } from './csv-text';

/** The columns of the mapping file, called what Data Prep calls the parts of a row; `note` is the team's. */
export const csvColumns = ['sourceType', 'source', 'destination', 'name', 'description', 'note'] as const;

export type ExportForm = 'csv' | 'json' | 'markdown';
export type ExportedFile = { fileName: string; type: string; text: string };

/** All mappings as a file. CSV and JSON can be read back; Markdown is for people and has the comments. */
export function exportMappings(form: ExportForm, name: string, state: MappingState): ExportedFile {
  const base = `${toFileSlug(name, 'dataflow')}-mappings`;
  switch (form) {
    case 'csv':
      return { fileName: `${base}.csv`, type: 'text/csv;charset=utf-8', text: toCsv(state) };
    case 'json':
      return { fileName: `${base}.json`, type: 'application/json', text: toJson(state) };
    case 'markdown':
      return { fileName: `${base}.md`, type: 'text/markdown;charset=utf-8', text: toMarkdown(name, state) };
    default:
      return form satisfies never;
  }
}

function toCsv({ mappings }: MappingState): string {
  const rows = toWireRows(mappings, 'source').map((row, at) => {
    const cells: Record<string, unknown> = { ...row, note: mappings[at]?.note };
    return printCsvRow(csvColumns.map((column) => String(cells[column] ?? '')));
  });
  // The mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${printCsvRow(csvColumns)}${rows.join('')}`;
}

function toJson({ mappings, unmappedOnPurpose }: MappingState): string {
  const rows = toWireRows(mappings, 'source').map((row, at) => {
    const { note, comments } = mappings[at] ?? {};
    return { ...row, ...(note !== undefined && { note }), ...(comments && { comments }) };
  });
  return `${JSON.stringify({ format: 'tributary-mappings', version: 1, mappings: rows, leftOut: unmappedOnPurpose }, null, 2)}\n`;
}

function toMarkdown(name: string, { mappings, unmappedOnPurpose }: MappingState): string {
  const lines = [`# Mappings of ${inline(name)}`, '', '| Target | Source | Note |', '|---|---|---|'];
  for (const mapping of mappings) {
    lines.push(`| ${code(mapping.target)} | ${sourceCell(mapping)} | ${inline(noteOf(mapping))} |`);
  }
  const commented = mappings.filter(({ comments }) => comments && comments.length > 0);
  if (commented.length > 0) lines.push('', '## Comments');
  for (const mapping of commented) {
    lines.push('', `### ${code(mapping.target)}`, '');
    for (const { text, authorName, atMs, resolved } of mapping.comments ?? []) {
      const state = resolved ? `, resolved by ${inline(resolved.authorName)}` : '';
      lines.push(
        `- **${inline(authorName)}**, ${new Date(atMs).toISOString().slice(0, 10)}${state}: ${inline(text)}`,
      );
    }
  }
  if (unmappedOnPurpose.length > 0) {
    lines.push('', '## Left out on purpose', '', ...unmappedOnPurpose.map((path) => `- ${code(path)}`));
  }
  return `${lines.join('\n')}\n`;
}

const noteOf = ({ note, description }: FieldMapping): string => note ?? description ?? '';

function sourceCell(mapping: FieldMapping): string {
  return mapping.kind === 'attribute' ? code(mapping.source) : `${mapping.kind}: ${code(mapping.source)}`;
}

/** Plain words inside one line: nothing in them may become a heading, a link, a picture or another cell. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#!~]/g, '\\$&')
    .trim();
}

function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}
