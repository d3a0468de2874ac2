import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { failure } from '#contract/failure';
import { mainPackages } from '#core/builds';
import type { System } from '#core/system';
import type { ImportGraph } from './graph.ts';
import { jsonObjects } from './json-objects.ts';
import type { ProjectGo } from './project-go.ts';
import { vendorState } from './vendor.ts';

/** A package as `go list -json` prints it (`go help list`). */
const listedPackage = z.object({
  ImportPath: z.string(),
  Name: z.string().optional(),
  Dir: z.string().optional(),
  DepOnly: z.boolean().optional(),
  Module: z.object({ Path: z.string(), Main: z.boolean().optional() }).optional(),
  Imports: z.array(z.string()).optional(),
  GoFiles: z.array(z.string()).optional(),
  CgoFiles: z.array(z.string()).optional(),
});

export interface ProgramPackage {
  path: string;
  name: string;
  dir: string;
  /** null: the standard library. */
  module: string | null;
  /** It belongs to the project itself. */
  isOwn: boolean;
  imports: readonly string[];
  /** The names of its Go files in this build. */
  files: readonly string[];
}

/** The packages of programs. */
export interface Program {
  /** The import paths of the programs. */
  roots: string[];
  packages: ReadonlyMap<string, ProgramPackage>;
  graph: ImportGraph;
}

const fields = ['ImportPath', 'Name', 'Dir', 'DepOnly', 'Module', 'Imports', 'GoFiles', 'CgoFiles'];

/** Lists everything that these packages import, with flags of `go build`. Failures: those of `ProjectGo.ask`. */
export async function listProgram(
  go: ProjectGo,
  patterns: readonly string[],
  flags: readonly string[],
): Promise<Program> {
  const minor = Number(/^go1\.(\d+)/.exec(go.version)?.[1] ?? Number.POSITIVE_INFINITY);
  // Selected fields need Go 1.19.
  const json = minor >= 19 ? `-json=${fields.join()}` : '-json';
  return programOf(await go.ask(['list', '-deps', json, ...go.noVcs, ...flags, '--', ...patterns]));
}

/** Parses what `go list -deps -json` prints. Pure. */
export function programOf(text: string): Program {
  const listed = jsonObjects(text).map((each) => listedPackage.parse(each));
  const packages = listed.map(
    (each): ProgramPackage => ({
      path: each.ImportPath,
      name: each.Name ?? '',
      dir: each.Dir ?? '',
      module: each.Module?.Path ?? null,
      isOwn: each.Module?.Main ?? false,
      imports: (each.Imports ?? []).filter((path) => path !== 'C'),
      files: [...(each.GoFiles ?? []), ...(each.CgoFiles ?? [])],
    }),
  );
  return {
    roots: listed.filter(({ DepOnly }) => !DepOnly).map(({ ImportPath }) => ImportPath),
    packages: new Map(packages.map((each) => [each.path, each])),
    graph: new Map(packages.map(({ path, imports }) => [path, imports])),
  };
}

/** `-mod` as Go chooses it for a build of this project, but never `mod`. Failures: cancelled. */
export async function modFlag(go: ProjectGo): Promise<string> {
  return (await vendorState(go)).state === 'in-step' ? '-mod=vendor' : '-mod=readonly';
}

/**
 * The programs to look at, as `go list` takes them in the root: the one that is given, relative to `dir`; else what was
 * built last; else all programs of the project, or, in a library, all packages.
 */
export async function programsOf(
  system: System,
  go: ProjectGo,
  {
    dir,
    given,
    built,
    main,
  }: { dir: string; given: string | undefined; built: string | null; main: string | null },
): Promise<string[]> {
  if (given !== undefined)
    return [/^\.{1,2}([/\\]|$)/.test(given) ? below(go.root, resolve(dir, given)) : given];
  // A build of several packages, or of one outside the project, has another kind of subject.
  if (built !== null && (built === main || /^\.\/\S*$/.test(built))) return [built];
  const folders = await memberFolders(go);
  const found = await Promise.all(
    folders.map(async (folder) => {
      const programs = await mainPackages(system, folder);
      return programs.map((each) => (folder === go.root ? each : join(folder, each)));
    }),
  );
  return found.some((each) => each.length > 0) ? found.flat() : everythingIn(folders, go);
}

/** All packages of the project, as `go build` takes them in the root. Failures: as `ProjectGo.ask`. */
export async function allPackages(go: ProjectGo): Promise<string[]> {
  return everythingIn(await memberFolders(go), go);
}

function everythingIn(folders: readonly string[], go: ProjectGo): string[] {
  return folders.map((each) => (each === go.root ? './...' : join(each, '...')));
}

/** The root; in the folder of a workspace without a module, where `./...` is an error, the folders of its modules. */
async function memberFolders(go: ProjectGo): Promise<string[]> {
  if (go.goMod !== null) return [go.root];
  return (await mainModules(go)).map(({ dir }) => dir);
}

/** The path of the module in the root; null in the folder of a workspace without one. Failures: as `ProjectGo.ask`. */
export async function mainModule(go: ProjectGo): Promise<string | null> {
  return (await mainModules(go)).find(({ dir }) => dir === go.root)?.path ?? null;
}

/** The module, or those of the workspace. A NUL ends each field, because no path contains one. */
async function mainModules(go: ProjectGo): Promise<{ path: string; dir: string }[]> {
  const listed = await go.ask(['list', '-m', '-f={{.Path}}{{"\\x00"}}{{.Dir}}{{"\\x00"}}']);
  return [...listed.matchAll(/\s*([^\0]*)\0([^\0]*)\0/g)].map(([, path = '', dir = '']) => ({ path, dir }));
}

/** What builds of a package are filed under: `./cmd/server`; the module's path for its root. Pure. */
export function subjectOf(path: string, main: string | null): string {
  return main !== null && path.startsWith(`${main}/`) ? `.${path.slice(main.length)}` : path;
}

function below(root: string, path: string): string {
  const inside = relative(root, path);
  if (isAbsolute(inside)) return path;
  return inside === '' ? '.' : `./${inside.split(sep).join('/')}`;
}

/** The packages of a program, but not the program itself, that a module, a package, or a path above packages names. Pure. */
export function packagesOf(program: Program, target: string): Set<string> {
  const all = [...program.packages.values()].filter(({ path }) => !program.roots.includes(path));
  const ofModule = all.filter(({ module }) => module === target);
  const chosen =
    ofModule.length > 0
      ? ofModule
      : all.filter(({ path }) => path === target || path.startsWith(`${target}/`));
  return new Set(chosen.map(({ path }) => path));
}

/** The one program to rebuild. Failures: modules.several-programs. */
export function onlyProgram(program: Program): ProgramPackage {
  const mains = program.roots.flatMap((path) => program.packages.get(path) ?? []);
  const programs = mains.filter(({ name }) => name === 'main');
  const [only] = programs;
  if (!only || programs.length > 1) {
    throw failure('modules.several-programs', { programs: programs.map(({ path }) => path) });
  }
  return only;
}
