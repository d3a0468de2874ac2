import type { Inspection } from '#contract/binaries';
import { failure } from '#contract/failure';
import { readBuildInfo } from './build-info.ts';
import { Damaged } from './bytes.ts';
import type { Content } from './content.ts';
import type { Identified } from './header.ts';
import { parseModuleLines } from './module-lines.ts';
import { readProgramPieces } from './program-file.ts';
import { readImage } from './read-image.ts';
import { goTarget } from './target.ts';

/** What a Go program's build info tells. */
export interface GoProgram
  extends Pick<Inspection, 'goVersion' | 'mainPackage' | 'mainModule' | 'modules' | 'settings'> {
  bytes: number;
  /** One; several of a universal Mach-O file, of which the first program's build info is read. */
  targets: { os: string; arch: string }[];
}

/**
 * Reads the build info of a Go program and no more of the file than it takes, without running it: about a
 * millisecond, however large it is. Failures: those of `inspectBinary`.
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

/** null: no Go program. Throws `Damaged`. */
function parseGoProgram(identified: Identified, content: Content): Omit<GoProgram, 'bytes'> | null {
  const { format, targets } = identified;
  const [header, ...others] = targets;
  const image = readImage(identified, content);
  const buildInfo = image && readBuildInfo(image);
  if (!header || !buildInfo) return null;
  const build = parseModuleLines(buildInfo.moduleLines);
  const [os = '', arch = ''] = goTarget(format, header, build.settings).split('/');
  return {
    goVersion: buildInfo.goVersion,
    ...build,
    targets: [{ os, arch }, ...others.map((other) => ({ os: other.os ?? os, arch: other.arch }))],
  };
}
