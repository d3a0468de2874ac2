import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { failure } from '#contract/failure';
import { errorCode, fileFailure, readStart, type System } from '#core/system';
import { moduleFolder } from './module-folder.ts';

/** Enough for the license and the comments before a package clause. */
const headBytes = 16 * 1024;

/** More folders than a Go module has whose programs would be chosen from a list. */
const maxFolders = 20_000;

/**
 * Finds the main packages of the module that contains `dir` (without a module, of the folder), as `./cmd/server`, or
 * `.` for the root of the module. Reads package clauses, which is faster than running Go and does not need one.
 * Failures: folder.not-found, file.no-permission.
 */
export async function mainPackages(system: System, dir: string): Promise<string[]> {
  const start = resolve(system.cwd, dir);
  const root = moduleFolder(start) ?? start;
  const found: string[] = [];
  const waiting = [root];
  for (let visited = 0; waiting.length > 0 && visited < maxFolders; visited += 1) {
    const folder = waiting.pop() ?? root;
    const entries = await entriesOf(folder, folder === root);
    // A module inside the module is not part of it.
    if (folder !== root && entries.some(({ name }) => name === 'go.mod')) continue;
    const inside = relative(root, folder).split(sep).join('/');
    if (await holdsProgram(folder, entries)) found.push(inside === '' ? '.' : `./${inside}`);
    for (const entry of entries) if (isPackageFolder(entry)) waiting.push(join(folder, entry.name));
  }
  return found.toSorted();
}

/** Whether a Go file, by its beginning, belongs to a program: `package main`, and not excluded from every build. */
export function isProgramFile(head: string): boolean {
  if (/^\/\/go:build\s+ignore\s*$|^\/\/ \+build ignore\s*$/m.test(head)) return false;
  const code = head.replace(/^\uFEFF/, '').replace(/^(?:\s+|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/, '');
  return /^package\s+main\b/.test(code);
}

async function holdsProgram(folder: string, entries: readonly Dirent[]): Promise<boolean> {
  for (const { name } of entries) {
    if (!name.endsWith('.go') || name.endsWith('_test.go') || /^[._]/.test(name)) continue;
    if (isProgramFile((await readStart(join(folder, name), headBytes)) ?? '')) return true;
  }
  return false;
}

/** Whether `./...` includes the folder (`go help packages`); node_modules is also skipped: large, and without Go. */
function isPackageFolder(entry: Dirent): boolean {
  return entry.isDirectory() && !/^[._]|^(testdata|vendor|node_modules)$/.test(entry.name);
}

async function entriesOf(folder: string, must: boolean): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A subfolder may disappear or be unreadable; the others still count.
    if (!must) return [];
    if (errorCode(error) === 'ENOENT') throw failure('folder.not-found', { path: folder }, error);
    throw fileFailure(error, folder);
  }
}
