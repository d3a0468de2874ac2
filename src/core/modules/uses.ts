import { join } from 'node:path';
import type { ModuleUse } from '#contract/modules';
import { readTextIfThere } from '#core/system';
import { type OwnTags, switchThatLeavesOut } from './build-tags.ts';
import { type GoImport, type GoSource, readGoSource, usedNames, withoutImports } from './go-source.ts';
import type { Program, ProgramPackage } from './packages.ts';
import { importersOf } from './why.ts';

/** A Go file that imports what is to be left out. */
export interface ImportingFile {
  package: ProgramPackage;
  file: string;
  text: string;
  source: GoSource;
  /** Its imports of it. */
  imports: GoImport[];
}

/** Bytes of a Go file that are read: more than any that a person wrote. */
const maxBytes = 8_000_000;

/** The files of a program that import one of `targets`. Failures: file.no-permission, file.too-large. */
export async function importingFiles(
  program: Program,
  targets: ReadonlySet<string>,
): Promise<ImportingFile[]> {
  const found: ImportingFile[] = [];
  for (const { path } of importersOf(program, targets)) {
    const importer = program.packages.get(path);
    for (const name of importer?.files ?? []) {
      const file = join(importer?.dir ?? '', name);
      const text = await readTextIfThere(file, maxBytes);
      if (text === null || !importer) continue;
      const source = readGoSource(text);
      const imports = source.imports.filter((each) => targets.has(each.path));
      if (imports.length > 0) found.push({ package: importer, file, text, source, imports });
    }
  }
  return found;
}

/** How the project's own files are changed so that they no longer import something. */
export interface Changes {
  /** Files without their blank imports of it. */
  edited: { file: string; text: string; imports: GoImport[] }[];
  /** Tags that keep files out which import it. */
  tags: { tag: string; on: boolean }[];
}

/**
 * What can be left out without changing what the project's code does by itself: blank imports, and files that a build tag
 * leaves out. Pure.
 */
export function changesFor(
  files: readonly ImportingFile[],
  tags: ReadonlySet<string>,
  own: OwnTags,
): Changes {
  const changes: Changes = { edited: [], tags: [] };
  for (const { package: importer, file, text, imports } of files) {
    if (!importer.isOwn) continue;
    if (imports.every(({ name }) => name === '_')) {
      changes.edited.push({ file, text: withoutImports(text, imports), imports });
      continue;
    }
    const change = switchThatLeavesOut(text, tags, own);
    if (change && !changes.tags.some(({ tag }) => tag === change.tag)) changes.tags.push(change);
  }
  return changes;
}

/** The uses that remain, in the order of packages, files and lines. Pure. */
export function usesOf(program: Program, files: readonly ImportingFile[]): ModuleUse[] {
  return files.flatMap(({ package: importer, file, source, imports }) =>
    imports.map(({ path, name, line }) => ({
      package: importer.path,
      module: importer.isOwn ? null : importer.module,
      file,
      line,
      imports: path,
      // What a dot import brings cannot be told from the file's own names.
      names:
        name === '_' || name === '.' ? [] : usedNames(source, name ?? program.packages.get(path)?.name ?? ''),
    })),
  );
}
