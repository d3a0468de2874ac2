import { chmod, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import { readExecutableHeader } from '#core/binaries';
import type { System, UnpackedFile } from '#core/system';
import { goBinary, versionLine } from '../store/index.ts';
import { folderName, type ToolchainId } from '../versions/index.ts';

/**
 * Makes a GOROOT of an unpacked toolchain module, as cmd/go does (internal/toolchain/select.go): a module's zip has no
 * execute bits, and nested go.mod files are named `_go.mod`. Returns the files with their new names and modes.
 */
export async function finishModule(
  system: Pick<System, 'os'>,
  goroot: string,
  files: readonly UnpackedFile[],
): Promise<UnpackedFile[]> {
  const finished: UnpackedFile[] = [];
  for (const file of files) {
    const path = file.path.replace(/(^|\/)_go\.mod$/, '$1go.mod');
    if (path !== file.path) await rename(join(goroot, file.path), join(goroot, path));
    const mode = isExecutable(path) && system.os !== 'windows' ? 0o755 : file.mode;
    if (mode !== file.mode) await chmod(join(goroot, path), mode);
    finished.push({ ...file, path, mode });
  }
  return finished;
}

/**
 * Checks that a GOROOT holds the expected Go: by its VERSION, and by the header of `bin/go`, which is reliable where
 * running it is not (Rosetta). Failures: toolchain.wrong-content.
 */
export async function checkContent(goroot: string, id: ToolchainId): Promise<void> {
  const wrong = (detail: string) => failure('toolchain.wrong-content', { what: folderName(id), detail });
  const says = await versionLine(goroot);
  if (says !== id.version) throw wrong(`VERSION says ${JSON.stringify(says.slice(0, 80))}`);
  const header = await readExecutableHeader(goBinary(goroot, id.os)).catch(() => null);
  if (!header) throw wrong('bin/go is no program');
  const fits = header.targets.some(({ os, arch }) => (os === null || os === id.os) && arch === id.arch);
  if (fits) return;
  throw wrong(`bin/go is for ${header.targets.map(({ os, arch }) => `${os ?? id.os}/${arch}`).join(', ')}`);
}

/** All of bin/ and pkg/tool/, and the wrappers in lib/ that run programs for another target (`go_js_wasm_exec`). */
export function isExecutable(path: string): boolean {
  if (path.startsWith('bin/') || path.startsWith('pkg/tool/')) return true;
  const [, target] = /^go_(.+)_exec$/s.exec(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  return path.startsWith('lib/') && target !== undefined && target.slice(1, -1).includes('_');
}
