import type { PackageSize } from '#contract/binaries';
import type { FunctionFacts } from './function-facts.ts';
import type { Image } from './image.ts';

/** Less than the code that starts a C program, which every C linker adds; the rest is padding. */
const minBytes = 64;

/**
 * The packages, with a row for the code that Go did not compile: in programs that a C linker put together, what is in the
 * text section before and after Go's own code.
 */
export function withCode(image: Image, { packages, goCode }: FunctionFacts): PackageSize[] {
  if (!goCode || packages.length === 0) return packages;
  const text = image.sections.find(
    (s) => s.bucket === 'code' && goCode.start >= s.address && goCode.start < s.address + s.fileBytes,
  );
  if (!text || goCode.end > text.address + text.fileBytes || goCode.end < goCode.start) return packages;
  // In memory, the section ends without the padding that PE files have.
  const codeBytes = Math.min(text.fileBytes, text.memoryBytes) - (goCode.end - goCode.start);
  if (codeBytes < minBytes || text.holdsTables) return packages;
  const row = { path: '(C)', functions: 0, codeBytes, bytes: codeBytes };
  return [...packages, row].toSorted((a, b) => b.bytes - a.bytes);
}
