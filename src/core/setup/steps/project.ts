import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import { changeFiles, isAsLeft, previewFile, profileJournal, undoChanges } from '#core/profiles';
import { isFile, type System, typedPath } from '#core/system';
import { firstProgram } from '../first-program.ts';
import { recordDone } from '../record.ts';
import { type Plan, type Step, nothingDone, nothingPlanned, stateOf, words } from '../scene.ts';
import { proposedFrom } from './default.ts';
import { usableHere } from './toolchain.ts';

/** A first project: a new one that says hello, or a folder of the user's. */
export const projectStep: Step<'project'> = {
  async look({ system, record, projects }) {
    const known = await projects.list();
    const there = await Promise.all(known.map(async (dir) => ((await isFolder(dir)) ? dir : null)));
    const list = there.filter((dir) => dir !== null);
    return {
      id: 'project',
      ...stateOf('project', record, { done: list.length > 0 }),
      undoable: record.did.project !== null,
      projects: list,
      proposed: await proposedFolder(system.home),
    };
  },
  async plan({ system }, choice) {
    const dir = await folderOf(system, choice.dir);
    const kind = await kindOf(dir);
    if (kind === 'other') return { ...nothingPlanned, obstacle: words('setup.folder-in-use', { dir }) };
    if (kind === 'module')
      return { ...nothingPlanned, does: [words('setup.adds-project', { dir, done: false })] };
    const files = await previews(system, dir);
    return {
      ...nothingPlanned,
      does: [words('setup.makes-project', { dir, done: false })],
      files: files.map(({ path, diff }) => ({ path, diff })),
    } satisfies Plan;
  },
  // oxlint-disable-next-line require-yield -- it is done at once
  async *run({ system, projects }, choice) {
    const dir = await folderOf(system, choice.dir);
    const kind = await kindOf(dir);
    if (kind === 'other') throw failure('setup.folder-in-use', { dir });
    if (kind === 'module' && (await projects.list()).includes(dir)) return nothingDone;
    const isNew = kind === 'none';
    await recordDone(system, { project: { dir, isNew } });
    if (isNew) await changeFiles(system, await previews(system, dir));
    await projects.add(dir);
    const done = { dir, done: true };
    return {
      changed: true,
      notes: [isNew ? words('setup.makes-project', done) : words('setup.adds-project', done)],
    };
  },
  async undo({ system, record, projects }) {
    const { project } = record.did;
    if (project === null) return;
    const isKept = project.isNew && !(await takeAway(system, project.dir));
    await projects.remove(project.dir);
    await recordDone(system, { project: null });
    if (isKept) throw failure('setup.changed-since', { path: project.dir });
  },
};

/** The names of the files of a first program. */
const made: readonly string[] = firstProgram('', null).map(({ name }) => name);

/** Whether a first project is as it was made, so that nothing of the user's goes with it. */
export async function canTakeAway(system: System, dir: string): Promise<boolean> {
  const entry = await entryOf(system, dir);
  const names = await readdir(dir).catch(() => []);
  return entry !== null && names.every((name) => made.includes(name)) && (await isAsLeft(system, entry.id));
}

/** Takes a first project away again, with the folders that were made for it; false: it was changed since, and is kept. */
export async function takeAway(system: System, dir: string): Promise<boolean> {
  const entry = await entryOf(system, dir);
  if (entry === null || !(await canTakeAway(system, dir))) return entry === null;
  await undoChanges(system, { entry: entry.id });
  return true;
}

type Journal = Awaited<ReturnType<typeof profileJournal>>['entries'];

/** The entry of the journal that made a project, and is in effect; null: none is. */
async function entryOf(system: System, dir: string): Promise<Journal[number] | null> {
  const { entries } = await profileJournal(system);
  const isOf = ({ kind, undoneBy, files }: Journal[number]) =>
    kind === 'apply' &&
    undoneBy === null &&
    files.some(({ path, change }) => path === join(dir, 'go.mod') && change === 'created');
  return entries.find(isOf) ?? null;
}

async function folderOf(system: System, dir: string | undefined): Promise<string> {
  if (dir === undefined) return proposedFolder(system.home);
  return typedPath(system, dir);
}

/** `hello` in the home folder, or the next name that is free. */
async function proposedFolder(home: string): Promise<string> {
  for (let number = 1; ; number++) {
    const dir = join(home, number === 1 ? 'hello' : `hello-${number}`);
    if ((await kindOf(dir)) === 'none') return dir;
  }
}

/** `none`: there is nothing, or an empty folder. `module`: it has a go.mod or go.work. */
async function kindOf(dir: string): Promise<'none' | 'module' | 'other'> {
  if ((await isFile(join(dir, 'go.mod'))) || (await isFile(join(dir, 'go.work')))) return 'module';
  if (!(await stat(dir).catch(() => null))) return 'none';
  const names = await readdir(dir).catch(() => ['?']);
  return names.length === 0 ? 'none' : 'other';
}

async function previews(system: System, dir: string) {
  const installed = await usableHere(system);
  const version = installed.find((each) => each.default)?.version ?? proposedFrom(installed);
  return Promise.all(
    firstProgram(dir, version).map(async ({ name, content }) => {
      const edit = () => content;
      return { ...(await previewFile(join(dir, name), edit)), edit };
    }),
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
