import type { System } from '#core/system';

type Env = System['env'];

/** A setting of Git, as `git config` names it. */
export type Setting = readonly [key: string, value: string];

/**
 * Settings that keep `git status` and `git log` from running a program that a repository names
 * (https://git-scm.com/docs/git-config): a monitor of the file system, the hook post-index-change, a check of
 * signatures. Without renames, nothing needs the content of files that a partial clone left out.
 */
export const harmless: readonly Setting[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['log.showSignature', 'false'],
  ['status.renames', 'false'],
];

/**
 * Git takes a folder for a repository only where it has a .git, and not a folder of a project that merely looks like one
 * (since Git 2.38). Not for Go where it need not be: before 1.21 it fetches modules into such repositories.
 */
export const noBareRepository: Setting = ['safe.bareRepository', 'explicit'];

/**
 * Variables with which Git is told another repository than that of the folder, or, for `git config`, another file: as
 * in a hook of the user's, which started Burrow.
 */
const otherRepository = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_CONFIG',
];

/**
 * The environment in which Git, here or started by Go, reads the repository of its folder and takes these settings over
 * the repository's own. Git passes them on to the repositories of submodules. The user's own variables and settings are
 * kept. Since Git 2.31; see `takesSettings`. Nothing is fetched that a partial clone left out: whatever fetches it may
 * be named by the repository, too.
 */
export function gitEnvironment(env: Env, settings: readonly Setting[]): Record<string, string | undefined> {
  const given = Number(env['GIT_CONFIG_COUNT'] ?? 0);
  const first = Number.isSafeInteger(given) && given > 0 ? given : 0;
  const numbered = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !otherRepository.includes(name))),
    ...(Object.fromEntries(numbered) as Record<string, string>),
    GIT_CONFIG_COUNT: String(first + settings.length),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    // Mercurial has no such settings; Go asks it about a folder with a .hg.
    HGRCSKIPREPO: '1',
  };
}
