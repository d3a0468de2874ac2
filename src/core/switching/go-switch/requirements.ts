import { isAbsolute, join } from 'node:path';
import { type Failure, failure } from '#contract/failure';
import { isFile, readStart, type System, trimmed } from '#core/system';
import { foldersUp, shown } from '../wishes/index.ts';

/** A line of go.mod or go.work, without its keyword and comment. */
export interface RequiredLine {
  text: string;
  /** 1-based. */
  line: number;
}

/** What go.work or go.mod says about toolchains. Go reads it before anything else. */
export interface Requirements {
  file: string;
  kind: 'go-mod' | 'go-work';
  go: RequiredLine | null;
  toolchain: RequiredLine | null;
}

/**
 * Finds and reads the file whose toolchain lines apply in `dir`: go.work, otherwise the nearest go.mod; null if there
 * is neither. If the file may not be read, or GOWORK is not an absolute path, every Go command fails; that failure is
 * returned. Source: modGoToolchain in cmd/go/internal/toolchain/select.go; FindGoWork and FindGoMod in
 * cmd/go/internal/modload/init.go.
 */
export async function readRequirements(
  system: Pick<System, 'env'>,
  dir: string,
  { gowork, goroot }: { gowork: string; goroot: string | null },
): Promise<Requirements | Failure | null> {
  if (!['', 'auto', 'off'].includes(gowork) && !isAbsolute(gowork)) {
    return failure('go-switch.relative-gowork', { value: shown(gowork) });
  }
  const folders = foldersUp(dir);
  const [work, mod] = await Promise.all([goWork(folders, gowork, goroot), findGoMod(system, folders)]);
  const file = work ?? mod;
  if (file === null) return null;
  const content = await readStart(file);
  if (content === null) return failure('file.no-permission', { path: file });
  return {
    file,
    kind: work === null ? 'go-mod' : 'go-work',
    go: lookUp(content, 'go'),
    toolchain: lookUp(content, 'toolchain'),
  };
}

/** Whether Go finds a go.mod for `dir`. With GO111MODULE=auto, modules are enabled only then. */
export async function hasGoMod(system: Pick<System, 'env'>, dir: string): Promise<boolean> {
  return (await findGoMod(system, foldersUp(dir))) !== null;
}

/** The white space that Go trims; String.trim would also remove a byte order mark. */
const whiteSpace =
  '\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000';

/** The first line that begins with the keyword: GoModLookup in cmd/go/internal/gover/gomod.go. */
export function lookUp(content: string, keyword: 'go' | 'toolchain'): RequiredLine | null {
  for (const [index, line] of content.split('\n').entries()) {
    const text = trimmed(line, whiteSpace);
    if (!text.startsWith(keyword) || !/^[ \t]/.test(text.slice(keyword.length))) continue;
    return { text: trimmed(text.slice(keyword.length).replace(/\/\/.*$/s, ''), whiteSpace), line: index + 1 };
  }
  return null;
}

async function goWork(
  folders: readonly string[],
  gowork: string,
  goroot: string | null,
): Promise<string | null> {
  if (gowork === 'off') return null;
  if (gowork !== '' && gowork !== 'auto') return (await isFile(gowork)) ? gowork : null;
  // Inside GOROOT, Go does not look for a go.work above it.
  const end = folders.findIndex((folder, index) => index > 0 && folder === goroot);
  return firstFile(end < 0 ? folders : folders.slice(0, end), 'go.work');
}

async function findGoMod({ env }: Pick<System, 'env'>, folders: readonly string[]): Promise<string | null> {
  const found = await firstFile(folders, 'go.mod');
  // Go ignores a go.mod directly in the system's folder for temporary files (golang.org/issue/26708).
  return found === join(env['TMPDIR'] || '/tmp', 'go.mod') ? null : found;
}

async function firstFile(folders: readonly string[], name: string): Promise<string | null> {
  const files = folders.map((folder) => join(folder, name));
  const there = await Promise.all(files.map(isFile));
  return files[there.indexOf(true)] ?? null;
}
