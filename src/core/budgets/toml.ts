import { parse as parseToml, TomlError } from 'smol-toml';
import { failure, type FailureParams } from '#contract/failure';
import { editDistance } from '#core/system';
import { lineOfKey, linesOfEntries } from './lines.ts';

type Problem = FailureParams<'budget.file-invalid'>['problem'];

/** The lists of tables that a burrow.toml may have: budgets of programs, and of images. */
const tables = ['budget', 'image'] as const;

/** Makes the failure for what is wrong with a key of an entry, or with the entry. */
export type Invalid = (key: string | null, problem: Problem) => Error;

/** A table of a list, with the line (from 1) on which it begins. */
interface Entry {
  entry: Readonly<Record<string, unknown>>;
  line: number;
  invalid: Invalid;
}

/**
 * The entries of a list of tables in the text of a burrow.toml; null: it has no such list. `path` is for messages. Fails with
 * `budget.file-invalid`, which names the line. Pure.
 */
export function readEntries(text: string, path: string, table: (typeof tables)[number]): Entry[] | null {
  const invalid = (line: number, problem: Problem) => failure('budget.file-invalid', { path, line, problem });
  const document = readToml(text, invalid);
  for (const key of Object.keys(document)) {
    if ((tables as readonly string[]).includes(key)) continue;
    throw invalid(lineOfKey(text, key, 1), { kind: 'unknown-key', key, nearest: nearest(key, tables) });
  }
  const entries = document[table];
  if (entries === undefined) return null;
  if (!Array.isArray(entries) || !entries.every(isTable)) {
    throw invalid(lineOfKey(text, table, 1), { kind: 'no-list', key: table });
  }
  const lines = linesOfEntries(text, table);
  return entries.map((entry, n) => {
    const line = lines[n] ?? 1;
    return {
      entry,
      line,
      invalid: (key, problem) => invalid(key === null ? line : lineOfKey(text, key, line), problem),
    };
  });
}

function readToml(
  text: string,
  invalid: (line: number, problem: Problem) => Error,
): Readonly<Record<string, unknown>> {
  try {
    return parseToml(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw invalid(error.line, { kind: 'syntax', detail: first });
  }
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A value as in TOML, for messages: JSON has no `inf` and `nan`. */
export function written(value: unknown): string {
  if (typeof value !== 'number' || Number.isFinite(value)) return JSON.stringify(value);
  return String(value).replace('Infinity', 'inf').replace('NaN', 'nan');
}

/** The key that was probably meant; null: none is near. */
export function nearest(key: string, known: readonly string[]): string | null {
  const [first] = known
    .map((each) => ({ each, distance: editDistance(key.toLowerCase().replaceAll('_', '-'), each) }))
    .filter(({ distance }) => distance <= 2)
    .toSorted((a, b) => a.distance - b.distance);
  return first?.each ?? null;
}
