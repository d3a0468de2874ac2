import type { Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { failure } from '#contract/failure';
import { errorCode, fileFailure, type System } from '#core/system';
import { moduleFolder } from './module-folder.ts';

/** Enough for the licence and the comments that stand before a package clause. */
const headBytes = 16 * 1024;

/** A folder tree larger than this is no Go module, or one that nobody builds from a list. */
const mostFolders = 20_000;

/**
 * The main packages of the module that `dir` belongs to (without a module: of the folder), as `./cmd/server`, the
 * module's own folder as `.`. Reads package clauses instead of asking Go, so that it needs none and is quick.
 * Failures: folder.not-found, file.no-permission.
 */
export async function mainPackages(system: System, dir: string): Promise<string[]> {
  const start = resolve(system.cwd, dir);
  const root = moduleFolder(start) ?? start;
  const found: string[] = [];
  const waiting = [root];
  for (let visited = 0; waiting.length > 0 && visited < mostFolders; visited += 1) {
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

/** Whether the head of a Go file makes it part of a program: `package main`, and not left out of every build. */
export function isProgramFile(head: string): boolean {
  if (/^\/\/go:build\s+ignore\s*$|^\/\/ \+build ignore\s*$/m.test(head)) return false;
  const code = head.replace(/^\uFEFF/, '').replace(/^(?:\s+|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/, '');
  return /^package\s+main\b/.test(code);
}

async function holdsProgram(folder: string, entries: readonly Dirent[]): Promise<boolean> {
  for (const { name } of entries) {
    if (!name.endsWith('.go') || name.endsWith('_test.go') || /^[._]/.test(name)) continue;
    if (isProgramFile(await headOf(join(folder, name)))) return true;
  }
  return false;
}

/** Which folders `./...` goes into (`go help packages`); node_modules is big and holds no Go. */
function isPackageFolder(entry: Dirent): boolean {
  return entry.isDirectory() && !/^[._]|^(testdata|vendor|node_modules)$/.test(entry.name);
}

async function entriesOf(folder: string, must: boolean): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A folder deeper down may vanish or be closed to us; the rest still counts.
    if (!must) return [];
    if (errorCode(error) === 'ENOENT') throw failure('folder.not-found', { path: folder }, error);
    throw fileFailure(error, folder);
  }
}

async function headOf(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  }
}
