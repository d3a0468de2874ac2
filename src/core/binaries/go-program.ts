import { failure } from '#contract/failure';
import { type BuildFacts, goTarget, parseModuleLines, readBuildInfo } from './build-info/index.ts';
import { type Content, Damaged } from './bytes/index.ts';
import { type Identified, readProgramPieces } from './formats/index.ts';
import { readLinked } from './program-facts.ts';

/** What a Go program's build info contains. */
export interface GoProgram extends BuildFacts {
  goVersion: string;
  bytes: number;
  /** One, or several for a universal Mach-O file; the build info is that of the first. */
  targets: { os: string; arch: string }[];
}

/**
 * Reads the build info of a Go program without running it, and only those parts of the file that it needs: about a
 * millisecond, regardless of size. Failures: those of `inspectBinary`.
 */
export async function readGoProgram(path: string): Promise<GoProgram> {
  try {
    const { bytes, found } = await readProgramPieces(path, parseGoProgram);
    if (!found) throw failure('binary.not-go', { path });
    return { ...found, bytes };
  } catch (error) {
    if (error instanceof Damaged) throw failure('binary.damaged', { path, detail: error.detail }, error);
    throw error;
  }
}

/** null: not a Go program. Throws `Damaged`. */
function parseGoProgram(identified: Identified, content: Content): Omit<GoProgram, 'bytes'> | null {
  const { format, targets, slices } = identified;
  const [header, ...others] = targets;
  const [slice] = slices;
  // A WebAssembly module is not a command, and its memory would have to be put together first.
  if (format === 'wasm' || !header || !slice) return null;
  const buildInfo = readBuildInfo(readLinked(format, content.part(slice.offset, slice.bytes)));
  if (!buildInfo) return null;
  const build = parseModuleLines(buildInfo.moduleLines);
  const [os = '', arch = ''] = goTarget(format, header, build.settings).split('/');
  return {
    goVersion: buildInfo.goVersion,
    ...build,
    targets: [{ os, arch }, ...others.map((other) => ({ os: other.os ?? os, arch: other.arch }))],
  };
}
