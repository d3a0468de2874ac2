import { lstat, readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure } from '#contract/failure';
import type { OtherFile } from '#contract/tools';
import { type GoProgram, readGoProgram } from '#core/binaries';
import { errorCode, fileFailure } from '#core/system';
import type { ToolFile } from './describe.ts';
import { type FileMark, isUnfinished } from './replace.ts';

/** A Go program and its file. */
export interface FoundTool {
  file: ToolFile;
  /** The state of the file before it was read. */
  mark: FileMark;
  program: GoProgram;
}

/** The number of files read concurrently. It is limited, because $GOBIN may be a large folder such as /usr/bin. */
const concurrency = 8;

/**
 * The files of a folder, by name: Go programs, and other files with the reason why they are not. Folders, and files
 * that disappear meanwhile, are ignored. A missing folder has no files. Failures: file.no-permission (of the folder
 * itself).
 */
export async function readToolFolder(folder: string): Promise<{ tools: FoundTool[]; others: OtherFile[] }> {
  const tools: FoundTool[] = [];
  const others: OtherFile[] = [];
  const names = (await namesIn(folder)).filter((name) => !isUnfinished(name));
  for (let at = 0; at < names.length; at += concurrency) {
    const files = names.slice(at, at + concurrency).map((name) => readToolFile(folder, name));
    for (const read of await Promise.all(files)) {
      if (read === null) continue;
      if ('reason' in read) others.push(read);
      else tools.push(read);
    }
  }
  return { tools, others };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    const problem = fileFailure(error, folder);
    if (isFailure(problem, 'file.not-found')) return [];
    throw problem;
  }
}

/** null: it is a folder, or no longer exists. */
async function readToolFile(folder: string, name: string): Promise<FoundTool | OtherFile | null> {
  const path = join(folder, name);
  const entry = await lstat(path).catch(() => null);
  if (entry === null) return null;
  const isLink = entry.isSymbolicLink();
  try {
    const linkTo = isLink ? await readlink(path) : null;
    const found = isLink ? await stat(path) : entry;
    if (found.isDirectory()) return null;
    const file = { name, path, linkTo, modifiedAt: found.mtime };
    return { file, mark: entry, program: await readGoProgram(path) };
  } catch (error) {
    const reason = reasonOf(fileFailure(error, path), isLink);
    return reason && { name, path, reason };
  }
}

/** null: it has just disappeared. Throws errors that are bugs. */
function reasonOf(error: unknown, isLink: boolean): OtherFile['reason'] | null {
  if (isFailure(error, 'binary.not-go') || isFailure(error, 'binary.not-executable')) return 'not-go';
  if (isFailure(error, 'binary.damaged')) return 'damaged';
  if (isFailure(error, 'binary.too-large')) return 'too-large';
  if (isFailure(error, 'file.not-found')) return isLink ? 'broken-link' : null;
  // Links that point to each other.
  if (isFailure(error, 'file.unusable') && error.params.reason === 'link-loop') return 'broken-link';
  if (isFailure(error) || errorCode(error) !== undefined) return 'unreadable';
  throw error;
}
