import type { Inspection } from '#contract/binaries';
import { failure } from '#contract/failure';
import {
  goMember,
  type Identified,
  objectHeader,
  readProgram,
  readProgramInMemory,
} from './formats/index.ts';
import { type Content, Damaged } from './bytes/index.ts';
import { settle } from './ownership/index.ts';
import { sizeModules } from './sizes/index.ts';
import { type InspectOptions, type ProgramFacts, readProgramFacts } from './program-facts.ts';
import { joinSlices } from './slices.ts';

/**
 * Reads a Go program without running it: version, target, modules, settings (secrets masked), and what its bytes are used
 * for. A universal Mach-O file is described as a whole, and each of its programs: version, modules and settings are those
 * of the first, as by `go version -m`.
 * Failures: `file.not-found`, `file.no-permission`, `binary.not-executable` (also a folder), `binary.not-go`,
 * `binary.packed`, `binary.damaged`, `binary.too-large`.
 */
export function inspectBinary(path: string, options: InspectOptions = {}): Promise<Inspection> {
  return inspected(path, options, (parse) => readProgram(path, parse));
}

/**
 * As `inspectBinary`, of a program in memory: `path` is what it is called. Failures: the same without those of opening a
 * file.
 */
export function inspectInMemory(path: string, content: Buffer): Promise<Inspection> {
  return inspected(path, {}, (parse) => readProgramInMemory(path, content, parse));
}

type Parse = (identified: Identified | null, content: Content) => Facts | null;

async function inspected(
  path: string,
  options: InspectOptions,
  read: (parse: Parse) => Promise<{ bytes: number; sha256: string; found: Facts | null }>,
): Promise<Inspection> {
  try {
    const { bytes, sha256, found } = await read((identified, content) =>
      identified ? inspectProgram(identified, content, options) : inspectArchive(path, content, options),
    );
    if (!found) throw failure('binary.not-go', { path });
    const facts = withRest(found, bytes);
    return {
      path,
      bytes,
      sha256,
      ...facts,
      ...sizeModules(facts, facts.packages),
      ...settle(facts.packages, facts.buckets, bytes),
    };
  } catch (error) {
    if (error instanceof Damaged) throw failure('binary.damaged', { path, detail: error.detail }, error);
    throw error;
  }
}

type Facts = ProgramFacts & Pick<Inspection, 'format' | 'slices'>;

/** null: not a Go program. Throws `Damaged`. */
function inspectProgram(
  { format, targets, slices }: Identified,
  content: Content,
  options: InspectOptions,
): Facts | null {
  const read = slices.flatMap(({ offset, bytes }, i) => {
    const header = targets[i];
    if (!header) return [];
    return [{ header, bytes, facts: readProgramFacts(format, header, content.part(offset, bytes), options) }];
  });
  const [first, ...others] = read;
  if (!first) return null;
  if (others.length > 0) return joinSlices(format, read);
  return first.facts && { format, ...first.facts, slices: [] };
}

/** Of a C archive, Go's object file; the others are those of C. null: not a Go program. Throws `Damaged`. */
function inspectArchive(path: string, content: Content, options: InspectOptions): Facts | null {
  const member = goMember(content);
  const object = member && content.part(member.offset, member.bytes);
  const header =
    object && objectHeader(object.part(0, Math.min(32, member.bytes)).bytes(true, 8).part(0, 20).buffer);
  if (!header) throw failure('binary.not-executable', { path, what: 'archive' });
  const facts: ProgramFacts | null = readProgramFacts(header.format, header.target, object, options);
  return facts && { ...facts, format: 'archive', slices: [] };
}

/** Counts the bytes of the file that belong to none of its programs as `other`. */
function withRest(facts: Facts, bytes: number): Facts {
  const rest = bytes - facts.buckets.reduce((sum, bucket) => sum + bucket.bytes, 0);
  const buckets = facts.buckets.map((bucket) =>
    bucket.name === 'other' ? { ...bucket, bytes: bucket.bytes + rest } : bucket,
  );
  return { ...facts, buckets };
}
