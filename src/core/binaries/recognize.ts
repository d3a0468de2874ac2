import { failure } from '#contract/failure';
import { type BuildFacts, goTarget, readBuildId, readBuildInfo, readGoIdentity } from './build-info/index.ts';
import { Damaged, wholeContent } from './bytes/index.ts';
import { identifyInMemory, type Image, isPacked } from './formats/index.ts';
import { readLinked } from './program-facts.ts';

/** What a Go program says about itself. */
export interface RecognizedGo extends Pick<BuildFacts, 'mainPackage' | 'mainModule'> {
  /** null: not known. */
  goVersion: string | null;
  /** Of a universal Mach-O file, that of the first program. */
  target: string;
  /** As `go tool buildid` prints it; null: none. */
  buildId: string | null;
}

/**
 * Tells whether a file in memory is a Go program, by its build info or its function table: a few milliseconds, whatever its
 * size. null: it is not, or another compiler than Go's built it. `path` is what it is called. Failures: `binary.packed` for
 * every program that UPX packed, `binary.damaged` for one that has marks of Go but cannot be read.
 */
export async function recognizeGo(path: string, content: Buffer): Promise<RecognizedGo | null> {
  const identified = await identifyInMemory(content);
  const [header] = identified?.targets ?? [];
  const [slice] = identified?.slices ?? [];
  if (!identified || !header || !slice || identified.format === 'wasm') return null;
  if (isPacked(content)) throw failure('binary.packed', { path });
  const { format } = identified;
  try {
    const image = readLinked(format, wholeContent(content).part(slice.offset, slice.bytes));
    const identity = hasMarks(image) ? readGoIdentity(image) : null;
    if (!identity) return null;
    const { goVersion, build } = identity;
    const { mainPackage, mainModule } = build;
    const target = goTarget(format, header, build.settings);
    return { goVersion, mainPackage, mainModule, target, buildId: readBuildId(image) };
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    if (!content.includes(buildInfoMagic)) return null;
    throw failure('binary.damaged', { path, detail: error.detail }, error);
  }
}

const buildInfoMagic = Buffer.from('\xff Go buildinf:', 'latin1');

/** Only these are looked for: to search all data of every other program for a version would take long. */
function hasMarks(image: Image): boolean {
  return image.sections.some(({ name }) => name.endsWith('gopclntab')) || readBuildInfo(image) !== null;
}
