import { bucket } from '#contract/binaries';
import { failure } from '#contract/failure';
import type { Against, Budget, Part } from './budget.ts';
import { readPercent, readSize, unitNames } from './size-text.ts';
import { type Invalid, nearest, readEntries, written } from './toml.ts';

/** The keys of an entry. */
const keys = ['program', 'module', 'bucket', 'max', 'max-growth', 'against'] as const;
type Key = (typeof keys)[number];

/**
 * The budgets in the text of a burrow.toml. `path` is for messages. Fails with `budget.file-invalid`, which names the line:
 * whatever is not understood would be a limit that nobody checks. Pure.
 */
export function parseBudgets(text: string, path: string): Budget[] {
  const entries = readEntries(text, path, 'budget');
  if (!entries) throw failure('budget.file-invalid', { path, line: 1, problem: { kind: 'no-budget' } });
  return entries.map(({ entry, line, invalid }) => readEntry(entry, line, invalid));
}

function readEntry(entry: Readonly<Record<string, unknown>>, line: number, invalid: Invalid): Budget {
  for (const key of Object.keys(entry)) {
    if ((keys as readonly string[]).includes(key)) continue;
    throw invalid(key, { kind: 'unknown-key', key, nearest: nearest(key, keys) });
  }
  const text = (key: Key): string | null => {
    const value = entry[key];
    if (value === undefined) return null;
    if (typeof value !== 'string') throw invalid(key, { kind: 'no-text', key });
    if (value.trim() === '') throw invalid(key, { kind: 'empty', key });
    return value.trim();
  };
  const [max, maxGrowth] = [readMax(entry, invalid), readMaxGrowth(entry, invalid)];
  const against = text('against');
  if (max === null && maxGrowth === null) throw invalid(null, { kind: 'no-limit' });
  if (against !== null && maxGrowth === null) throw invalid('against', { kind: 'against-nothing' });
  const limits = (['max', 'max-growth', 'against'] as const).filter((key) => entry[key] !== undefined);
  return {
    line,
    written: limits.map((key) => `${key} = ${JSON.stringify(entry[key])}`).join(', '),
    program: text('program'),
    part: readPart(text('module'), text('bucket'), invalid),
    max,
    maxGrowth,
    against: readAgainst(against),
  };
}

function readMax(entry: Readonly<Record<string, unknown>>, invalid: Invalid): number | null {
  const value = entry['max'];
  if (value === undefined) return null;
  const bytes = readSize(value);
  if (bytes === null)
    throw invalid('max', { kind: 'no-size', key: 'max', value: written(value), units: unitNames });
  return bytes;
}

function readMaxGrowth(entry: Readonly<Record<string, unknown>>, invalid: Invalid): Budget['maxGrowth'] {
  const value = entry['max-growth'];
  if (value === undefined) return null;
  const [percent, bytes] = [readPercent(value), readSize(value)];
  if (percent !== null) return { percent };
  if (bytes !== null) return { bytes };
  throw invalid('max-growth', {
    kind: 'no-size',
    key: 'max-growth',
    value: written(value),
    units: unitNames,
  });
}

function readPart(module: string | null, name: string | null, invalid: Invalid): Part {
  if (module !== null && name !== null) throw invalid('bucket', { kind: 'two-parts' });
  if (module !== null) return { kind: 'module', name: module };
  if (name === null) return { kind: 'total' };
  const known = bucket.shape.name.safeParse(name);
  if (!known.success) {
    throw invalid('bucket', { kind: 'unknown-bucket', value: name, buckets: bucket.shape.name.options });
  }
  return { kind: 'bucket', name: known.data };
}

function readAgainst(text: string | null): Against {
  if (text === null || text === 'previous') return { kind: 'previous' };
  if (text === 'last-tag') return { kind: 'last-tag' };
  return /^b[1-9]\d*$/.test(text) ? { kind: 'build', id: text } : { kind: 'branch', name: text };
}
