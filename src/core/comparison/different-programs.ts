import type { BuildDetail } from '#contract/build';
import { moduleName } from './moves/index.ts';

type Program = Pick<BuildDetail, 'mainModule' | 'mainPackage' | 'project' | 'subject'>;

/**
 * How two programs are called that are not two builds of one; null: they are, or it is not known. A module that was
 * renamed is still the same program, and so is one that moved between the root of its module and a folder with the
 * module's name (`./cmd/shop`). Pure.
 */
export function differentPrograms(a: Program, b: Program): { a: string; b: string } | null {
  if (a.mainModule !== null && b.mainModule !== null) {
    if (moduleName(a.mainModule) !== moduleName(b.mainModule)) return { a: a.mainModule, b: b.mainModule };
    return differentFolders(a, b, a.mainModule, b.mainModule);
  }
  const [before, after] = [packageOf(a), packageOf(b)];
  if (before === null || after === null) return differentFiles(a, b);
  return moduleName(before) === moduleName(after) ? null : { a: before, b: after };
}

/** Main packages of one module, which are called by their folders in it. */
function differentFolders(a: Program, b: Program, moduleA: string, moduleB: string) {
  const [before, after] = [folderOf(a, moduleA), folderOf(b, moduleB)];
  if (before === null || after === null || before === after) return null;
  const inRoot = before === '.' || after === '.';
  if (inRoot && nameOf(before, moduleA) === nameOf(after, moduleB)) return null;
  return { a: before === '.' ? moduleA : before, b: after === '.' ? moduleB : after };
}

function nameOf(folder: string, module: string): string {
  return moduleName(folder === '.' ? module : folder);
}

/** `./cmd/server`, or `.` for the module's root; null: not known. */
function folderOf(program: Program, module: string): string | null {
  const path = packageOf(program);
  if (path === module) return '.';
  if (path?.startsWith(`${module}/`)) return `.${path.slice(module.length)}`;
  return program.subject.startsWith('./') ? program.subject : null;
}

/** null: it was built from files (`go build main.go`), or it is not known. */
function packageOf({ mainPackage }: Program): string | null {
  return mainPackage === 'command-line-arguments' ? null : mainPackage;
}

/** Built from files of one project (`./cmd/a/main.go`). Files that were recorded have the name of the program only. */
function differentFiles(a: Program, b: Program) {
  const inProject = a.project !== null && a.project === b.project;
  const areLocal = [a, b].every(({ subject }) => subject.startsWith('./'));
  return inProject && areLocal && a.subject !== b.subject ? { a: a.subject, b: b.subject } : null;
}
