import { dirname, resolve } from 'node:path';
import { isFailure } from '#contract/failure';
import type { ModuleList } from '#contract/modules';
import type { History } from '#core/history';
import { readTextIfThere, type System } from '#core/system';
import { describeModule, excludedIn, inOrder, type ReadFile } from './describe.ts';
import { jsonObjects } from './json-objects.ts';
import { licenceIn } from './licence.ts';
import { type ListedModule, listedModule, moduleFile } from './listed.ts';
import { type Asking, type ProjectGo, projectGo } from './project-go.ts';
import { builtSizes, moduleShares } from './sizes.ts';
import { vendorFolder, vendorState } from './vendor.ts';

/**
 * The modules of the project that contains `dir`, as Go selects them. `online` also asks for newer, retracted and
 * deprecated versions; otherwise nothing is fetched. `history` null: without sizes. Failures: modules.none,
 * modules.go-fails, modules.not-cached, cancelled, process.timed-out, those of finding a Go.
 */
export async function listModules(
  system: System,
  history: History | null,
  asking: Asking,
  signal?: AbortSignal,
): Promise<ModuleList> {
  const go = await projectGo(system, asking, signal);
  const online = asking.online ?? false;
  const [files, vendor] = await Promise.all([readFiles(go), vendorState(go)]);
  const { listed, vendored } = await selected(go, files, { online, vendor });
  const sizes = await builtSizes(history, { dir: go.root, main: mainPath(go, listed) });
  const shares = sizes && moduleShares(sizes);
  const known = { files, shares, online, vendor: vendored ? vendorFolder(go) : null };
  const modules = await Promise.all(
    listed.map(async (each) => {
      const described = describeModule(each, known);
      return { ...described, licence: described.dir === null ? null : await licenceIn(described.dir) };
    }),
  );
  return {
    dir: go.root,
    goVersion: go.version,
    workspace: workspaceOf(go, files, listed),
    excluded: excludedIn(files),
    vendor,
    build: sizes?.build ?? null,
    online,
    modules: modules.toSorted(inOrder),
  };
}

/** go.work and go.mod, as far as there are any. */
async function readFiles(go: ProjectGo): Promise<ReadFile[]> {
  const read = async (file: string, command: 'work' | 'mod'): Promise<ReadFile> => ({
    file,
    text: (await readTextIfThere(file)) ?? '',
    said: moduleFile.parse(JSON.parse(await go.ask([command, 'edit', '-json', file]))),
  });
  return Promise.all([
    ...(go.goWork === null ? [] : [read(go.goWork, 'work')]),
    ...(go.goMod === null ? [] : [read(go.goMod, 'mod')]),
  ]);
}

/**
 * The modules that Go selects. Where the module cache lacks what that takes, those that go.mod names, from vendor/.
 * `-e`: a module that Go cannot find out all about does not hide the others.
 */
async function selected(
  go: ProjectGo,
  files: readonly ReadFile[],
  { online, vendor }: Pick<ModuleList, 'online' | 'vendor'>,
): Promise<{ listed: ListedModule[]; vendored: boolean }> {
  const list = ['list', '-m', '-e', '-json'];
  const ask = async () => parse(await go.ask([...list, ...(online ? ['-u', '-retracted'] : []), 'all']));
  if (vendor.state !== 'in-step' || online) return { listed: await ask(), vendored: false };
  try {
    const listed = await ask();
    if (listed.every(({ Dir, Main, Replace }) => Dir || Main || Replace)) return { listed, vendored: false };
  } catch (error) {
    if (!isFailure(error, 'modules.not-cached')) throw error;
  }
  const required = files.flatMap(({ said }) => (said.Require ?? []).map(({ Path }) => Path));
  const names = [...new Set(required)];
  const main = parse(await go.ask(['list', '-m', '-json']));
  const others = names.length === 0 ? [] : parse(await go.ask([...list, '-mod=vendor', ...names]));
  return { listed: [...main, ...others], vendored: true };
}

function parse(text: string): ListedModule[] {
  return jsonObjects(text).map((each) => listedModule.parse(each));
}

/** The path of the module in the root; null in the folder of a workspace without one. */
function mainPath({ root }: ProjectGo, listed: readonly ListedModule[]): string | null {
  return listed.find(({ Main, Dir }) => Main && Dir === root)?.Path ?? null;
}

function workspaceOf(
  go: ProjectGo,
  files: readonly ReadFile[],
  listed: readonly ListedModule[],
): ModuleList['workspace'] {
  const work = files.find(({ file }) => file === go.goWork);
  if (!work) return null;
  const members = (work.said.Use ?? []).map(({ DiskPath }) => {
    const dir = resolve(dirname(work.file), DiskPath);
    return { dir, path: listed.find(({ Main, Dir }) => Main && Dir === dir)?.Path ?? null };
  });
  return { file: work.file, members };
}
