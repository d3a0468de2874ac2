import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConfigEntry, filterNames, parseConfig, takesSettings } from './config.ts';
import type { Git } from './run-git.ts';
import type { Setting } from './settings.ts';

/** What a repository and the submodules that are checked out in it configure. */
export interface Survey {
  /** Settings that turn every filter off, the user's own, too. */
  noFilters: Setting[];
  /** Settings that replace the filters that the repository configures by those of the user, or by none. */
  noForeignFilters: Setting[];
  /** The names of all filters. */
  filters: ReadonlySet<string>;
}

/** More submodules than these are not looked at: a repository may nest them without end. */
const maxRepositories = 300;

/**
 * Reads the configuration of the repository at `root` and of its submodules, which runs nothing. null: not all of it can
 * be read, or Git is older than 2.31 and takes no settings.
 */
export async function surveyOf(git: Git, root: string): Promise<Survey | null> {
  const entries: ConfigEntry[] = [];
  const waiting = [root];
  for (let visited = 0; waiting.length > 0; visited += 1) {
    if (visited === maxRepositories) return null;
    const folder = waiting.pop() ?? root;
    const [config, index] = await Promise.all([
      git(folder, ['config', '--list', '-z', '--show-scope']),
      git(folder, ['ls-files', '--stage', '-z']),
    ]);
    if (config === null || index === null) return null;
    const here = parseConfig(config);
    if (!takesSettings(here)) return null;
    entries.push(...here);
    for (const path of submodulesIn(index)) {
      if (await isThere(join(folder, path, '.git'))) waiting.push(join(folder, path));
    }
  }
  return surveyFrom(entries);
}

/** Pure. */
export function surveyFrom(entries: readonly ConfigEntry[]): Survey {
  const foreign = entries.filter(isForeign);
  const ofUser = entries.filter((entry) => !isForeign(entry));
  const filters = filterNames(entries);
  return {
    noFilters: filters.flatMap(turnedOff),
    noForeignFilters: filterNames(foreign).flatMap((name) => asOfUser(name, foreign, ofUser)),
    filters: new Set(filters),
  };
}

function turnedOff(name: string): Setting[] {
  return [
    [`filter.${name}.clean`, ''],
    [`filter.${name}.process`, ''],
    [`filter.${name}.required`, 'false'],
  ];
}

/**
 * The filter as the user alone configures it. What the repository adds cannot be unset: an empty value turns the whole
 * filter off, which then must not be required.
 */
function asOfUser(name: string, foreign: readonly ConfigEntry[], ofUser: readonly ConfigEntry[]): Setting[] {
  const valueIn = (all: readonly ConfigEntry[], variable: string) =>
    all.findLast(({ key }) => key === `filter.${name}.${variable}`)?.value;
  const added = ['clean', 'process'].filter((variable) => valueIn(foreign, variable) !== undefined);
  if (added.some((variable) => !valueIn(ofUser, variable))) return turnedOff(name);
  return [...added, 'required'].map((variable) => [
    `filter.${name}.${variable}`,
    valueIn(ofUser, variable) ?? 'false',
  ]);
}

/** Whether the repository says so, and not the user. */
function isForeign({ scope }: ConfigEntry): boolean {
  return scope === 'local' || scope === 'worktree';
}

/** The paths with mode 160000, a commit of another repository, in `git ls-files --stage -z`. */
export function submodulesIn(stdout: string): string[] {
  return stdout
    .split('\0')
    .filter((line) => line.startsWith('160000 '))
    .map((line) => line.slice(line.indexOf('\t') + 1));
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
