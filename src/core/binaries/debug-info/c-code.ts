import { Damaged } from '../bytes/index.ts';
import { type UnitRange, unitRanges } from './dwarf-units.ts';
import type { FunctionFacts } from '../functions/index.ts';
import type { Image } from '../formats/index.ts';

/** Less than the code that starts a C program, which every C linker adds; the rest is padding. */
const minBytes = 64;

/**
 * Enters rows for the code that Go did not compile: in programs that a C linker put together, what is in the
 * text section before and after Go's own code. One row for each source file that the debug information names, and one
 * for the rest.
 */
export function enterCCode(image: Image, { ledger, goCode }: FunctionFacts): void {
  if (!goCode || ledger.isEmpty) return;
  const text = image.sections.find(
    (s) => s.bucket === 'code' && goCode.start >= s.address && goCode.start < s.address + s.fileBytes,
  );
  if (!text || goCode.end > text.address + text.fileBytes || goCode.end < goCode.start) return;
  // In memory, the section ends without the padding that PE files have.
  const textEnd = text.address + Math.min(text.fileBytes, text.memoryBytes);
  const around = [
    { start: text.address, end: goCode.start },
    { start: goCode.end, end: textEnd },
  ];
  const total = around.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0);
  if (total < minBytes || text.holdsTables) return;
  for (const [path, bytes] of cRows(unitsOf(image), around, total)) ledger.add(path, 'code', bytes);
}

function unitsOf(image: Image): UnitRange[] {
  try {
    return unitRanges(image);
  } catch (error) {
    if (error instanceof Damaged) return [];
    throw error;
  }
}

/** Divides `total` bytes of C among the source files. Pure. */
export function cRows(
  units: readonly UnitRange[],
  around: readonly { start: number; end: number }[],
  total: number,
): Map<string, number> {
  const sums = new Map<string, number>();
  let left = total;
  let last = 0;
  for (const { file, start, end } of units.toSorted((a, b) => a.start - b.start)) {
    // A byte that two files claim counts for the first.
    const from = Math.max(start, last);
    const bytes = around.reduce(
      (sum, place) => sum + Math.max(0, Math.min(end, place.end) - Math.max(from, place.start)),
      0,
    );
    last = Math.max(last, end);
    if (bytes === 0) continue;
    const name = file.split('/').at(-1);
    const path = name ? `(C) ${name}` : '(C)';
    sums.set(path, (sums.get(path) ?? 0) + bytes);
    left -= bytes;
  }
  if (left > 0) sums.set('(C)', (sums.get('(C)') ?? 0) + left);
  return sums;
}
