import { type ImageBudget, type ImageMeasure, imageMeasures } from './image-budget.ts';
import { readSize, unitNames } from './size-text.ts';
import { type Invalid, nearest, readEntries, written } from './toml.ts';

/** The keys of an entry. */
const keys = ['name', 'max-size', 'measure', 'max-waste', 'secrets', 'root', 'base'] as const;
type Key = (typeof keys)[number];
type Values = Readonly<Record<string, unknown>>;

/**
 * The budgets of images in the text of a burrow.toml; empty: it has none. `path` is for messages. Fails with `budget.file-invalid`, as
 * `parseBudgets`. Pure.
 */
export function parseImageBudgets(text: string, path: string): ImageBudget[] {
  const entries = readEntries(text, path, 'image') ?? [];
  return entries.map(({ entry, line, invalid }) => imageBudgetOf(entry, line, invalid));
}

/** The budget that these keys and values make. `line`: null: they are of the command line. Fails with what `invalid` makes. Pure. */
export function imageBudgetOf(entry: Values, line: number | null, invalid: Invalid): ImageBudget {
  for (const key of Object.keys(entry)) {
    if ((keys as readonly string[]).includes(key)) continue;
    throw invalid(key, { kind: 'unknown-key', key, nearest: nearest(key, keys) });
  }
  const write = line === null ? asOption : asKey;
  const at = (key: Key) => (entry[key] === undefined ? '' : write(key, entry[key]));
  const size = sizeAt(entry, 'max-size', invalid);
  if (size === null && entry['measure'] !== undefined) throw invalid('measure', { kind: 'measure-nothing' });
  const budget: ImageBudget = {
    line,
    written: {
      'max-size': [at('max-size'), at('measure')].filter(Boolean).join(line === null ? ' ' : ', '),
      'max-waste': at('max-waste'),
      secrets: at('secrets'),
      root: at('root'),
      base: at('base'),
    },
    name: entry['name'] === undefined ? null : textAt(entry, 'name', invalid),
    maxSize: size === null ? null : { bytes: size, measure: measureOf(entry, invalid) },
    maxWaste: sizeAt(entry, 'max-waste', invalid),
    noSecrets: flagAt(entry, 'secrets', invalid) === false,
    noRoot: flagAt(entry, 'root', invalid) === false,
    bases: basesOf(entry, invalid),
  };
  const { maxWaste, noSecrets, noRoot, bases } = budget;
  if (size === null && maxWaste === null && !noSecrets && !noRoot && bases === null) {
    throw invalid(null, { kind: 'no-image-limit' });
  }
  return budget;
}

function asKey(key: Key, value: unknown): string {
  return `${key} = ${JSON.stringify(value)}`;
}

function asOption(key: Key, value: unknown): string {
  if (value === false) return `--no-${key}`;
  return `--${key} ${Array.isArray(value) ? value.join(' ') : String(value)}`;
}

function sizeAt(entry: Values, key: Key, invalid: Invalid): number | null {
  const value = entry[key];
  if (value === undefined) return null;
  const bytes = readSize(value);
  if (bytes === null) throw invalid(key, { kind: 'no-size', key, value: written(value), units: unitNames });
  return bytes;
}

function flagAt(entry: Values, key: Key, invalid: Invalid): boolean | undefined {
  const value = entry[key];
  if (value === undefined || typeof value === 'boolean') return value;
  throw invalid(key, { kind: 'no-flag', key, value: written(value) });
}

function textAt(entry: Values, key: Key, invalid: Invalid): string {
  const value = entry[key];
  if (typeof value !== 'string') throw invalid(key, { kind: 'no-text', key });
  if (value.trim() === '') throw invalid(key, { kind: 'empty', key });
  return value.trim();
}

function measureOf(entry: Values, invalid: Invalid): ImageMeasure {
  if (entry['measure'] === undefined) return 'files';
  const value = textAt(entry, 'measure', invalid);
  const found = imageMeasures.find((each) => each === value);
  if (!found) throw invalid('measure', { kind: 'unknown-measure', value, measures: imageMeasures });
  return found;
}

/** One base, or a list of them. */
function basesOf(entry: Values, invalid: Invalid): readonly string[] | null {
  const value = entry['base'];
  if (value === undefined) return null;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  if (all.length === 0 || all.some((each) => typeof each !== 'string' || each.trim() === '')) {
    throw invalid('base', { kind: 'no-texts', key: 'base' });
  }
  return all.map((each) => String(each).trim());
}
