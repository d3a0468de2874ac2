import { join } from 'node:path';
import { isFailure } from '#contract/failure';
import { readGoProgram } from '#core/binaries';
import { isFile, type System } from '#core/system';

/**
 * For a command such as `go1.24.9`, made by `go install golang.org/dl/go1.24.9@latest`: the GOROOT in which it runs Go,
 * and whether `go1.24.9 download` has put a Go there; otherwise the command only fails. null: it is another program.
 * Source: golang.org/dl/internal/version (goroot, unpackedOkay).
 */
export async function readDlCommand(
  { home }: Pick<System, 'home'>,
  program: string,
  name: string,
): Promise<{ goroot: string; isDownloaded: boolean } | null> {
  try {
    if ((await readGoProgram(program)).mainPackage !== `golang.org/dl/${name}`) return null;
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
  const goroot = join(home, 'sdk', name);
  return { goroot, isDownloaded: await isFile(join(goroot, '.unpacked-success')) };
}
