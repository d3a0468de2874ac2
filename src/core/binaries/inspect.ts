import type { Inspection } from '#contract/binaries';
import { failure } from '#contract/failure';
import { fillBuckets } from './buckets.ts';
import { readBuildInfo } from './build-info.ts';
import { Damaged } from './bytes.ts';
import { wholeContent } from './content.ts';
import { readFunctionFacts } from './function-facts.ts';
import type { Identified } from './header.ts';
import { maskSettings } from './mask-settings.ts';
import { parseModuleLines } from './module-lines.ts';
import { readProgram } from './program-file.ts';
import { readImage } from './read-image.ts';
import { goTarget } from './target.ts';

/**
 * Reads a Go program without running it: version, target, modules, settings (secrets masked), and what its bytes are used for. Of a
 * universal Mach-O file the first program is read, as by `go version -m`; the bytes of the others are `other`.
 * Failures: `file.not-found`, `file.no-permission`, `binary.not-executable` (also a folder), `binary.not-go`,
 * `binary.damaged`, `binary.too-large`.
 */
export async function inspectBinary(path: string): Promise<Inspection> {
  const { identified, content, sha256 } = await readProgram(path);
  try {
    const facts = inspectContent(identified, content);
    if (!facts) throw failure('binary.not-go', { path });
    return { path, bytes: content.length, sha256, ...facts };
  } catch (error) {
    if (error instanceof Damaged) throw failure('binary.damaged', { path, detail: error.detail }, error);
    throw error;
  }
}

type Facts = Omit<Inspection, 'path' | 'bytes' | 'sha256'>;

/** null: not a Go program. Throws `Damaged`. */
function inspectContent(identified: Identified, content: Buffer): Facts | null {
  const { format, targets } = identified;
  const [header] = targets;
  const image = readImage(identified, wholeContent(content));
  const buildInfo = image && readBuildInfo(image);
  if (!header || !buildInfo) return null;
  const build = parseModuleLines(buildInfo.moduleLines);
  const { packages, inside } = readFunctionFacts(image, buildInfo.goVersion);
  return {
    format,
    target: goTarget(format, header, build.settings),
    goVersion: buildInfo.goVersion,
    ...build,
    settings: maskSettings(build.settings),
    sections: image.sections.map(({ name, fileBytes, memoryBytes }) => ({
      name,
      bytes: fileBytes,
      memoryBytes,
    })),
    buckets: fillBuckets(image, content.length, inside),
    packages,
    stripped: image.stripped,
  };
}
