import type { Build } from '#contract/build';
import type { System } from '#core/system';
import {
  gitEnvironment,
  gitOf,
  harmless,
  isDirty,
  noBareRepository,
  type Setting,
  surveyOf,
  tagOf,
} from './git/index.ts';
import { nearestWith } from './module-folder.ts';

type Env = System['env'];

/** What Git says about a folder. */
export interface Repository {
  /** null: no commit yet, no git, or git fails. */
  vcs: Build['vcs'];
  /**
   * The environment for Go, in which its own questions to Git run no program that the repository names. `goflags`: what
   * GOFLAGS is without it; null for a Go that asks nothing. Where nothing can be made sure, it gets -buildvcs=false.
   */
  goEnv: (env: Env, goflags: string | null) => Env;
}

/**
 * The commit of a folder's repository, and whether it has changes; nothing that the repository configures is run.
 * Failures: cancelled.
 */
export async function readRepository(
  system: System,
  dir: string,
  signal: AbortSignal | undefined,
): Promise<Repository> {
  const git = gitOf(system, signal);
  const [toplevel, head] = await Promise.all([
    git(dir, ['rev-parse', '--show-toplevel']),
    git(dir, ['rev-parse', 'HEAD', '--symbolic-full-name', 'HEAD']),
  ]);
  const root = toplevel?.replace(/\r?\n$/, '');
  if (!root) {
    // Go asks about every folder below a .git, even where Git finds no repository, or refuses another user's.
    const mayBeAsked = nearestWith(dir, '.git') === null;
    return { vcs: null, goEnv: mayBeAsked ? goEnvironment([]) : unasked };
  }
  const survey = await surveyOf(git, root);
  const commit = head === null ? null : parseHead(head);
  return {
    vcs: commit && {
      ...commit,
      branch: commit.branch ?? branchInCi(system.env),
      dirty: survey && (await isDirty(git, root, survey)),
      tag: await tagAt(system, git, dir, commit.commit),
    },
    goEnv: survey ? goEnvironment(survey.noForeignFilters) : unasked,
  };
}

function goEnvironment(settings: readonly Setting[]): Repository['goEnv'] {
  return (env) => gitEnvironment(env, [...harmless, ...settings]);
}

/** For a Go that is not to ask Git, and for one that does so nevertheless, because the user's flags say so. */
function unasked(env: Env, goflags: string | null): Env {
  const quiet = gitEnvironment(env, [...harmless, noBareRepository]);
  return goflags === null ? quiet : { ...quiet, GOFLAGS: `${goflags} -buildvcs=false` };
}

/**
 * Where a commit is in the repository of a folder: the branch, if it is checked out there, and its tag. Failures: cancelled.
 */
export async function placeOf(
  system: System,
  dir: string,
  commit: string,
): Promise<{ branch: string | null; tag: string | null }> {
  const git = gitOf(system, undefined);
  const [said, tag] = await Promise.all([
    git(dir, ['rev-parse', 'HEAD', '--symbolic-full-name', 'HEAD']),
    tagOf(git, dir, commit),
  ]);
  const head = said === null ? null : parseHead(said);
  if (head?.commit !== commit) return { branch: null, tag };
  return { branch: head.branch ?? branchInCi(system.env), tag: tag ?? tagInCi(system.env) };
}

/**
 * The branch that GitHub Actions and GitLab CI/CD build, which check out commits, not branches: of a pull or merge request its
 * source. https://docs.github.com/actions/reference/variables-reference,
 * https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function branchInCi(env: Env): string | null {
  return (
    env['GITHUB_HEAD_REF'] ||
    (env['GITHUB_REF_TYPE'] === 'branch' && env['GITHUB_REF_NAME']) ||
    env['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'] ||
    env['CI_COMMIT_BRANCH'] ||
    null
  );
}

/**
 * The last tag before a commit, and the commit that it names; null: there is none, or this clone does not have it. Failures:
 * cancelled.
 */
export async function lastTag(
  system: System,
  dir: string,
  commit: string,
): Promise<{ name: string; commit: string } | null> {
  if (!/^[0-9a-f]{7,64}$/.test(commit)) return null;
  const git = gitOf(system, undefined);
  const name = (await git(dir, ['describe', '--tags', '--abbrev=0', `${commit}^`]))?.trim();
  if (!name) return null;
  const tagged = (
    await git(dir, ['rev-parse', '--verify', '--end-of-options', `refs/tags/${name}^{commit}`])
  )?.trim();
  return tagged ? { name, commit: tagged } : null;
}

/**
 * The tag of a commit, the highest version if there are several; without one, the tag that GitHub Actions or GitLab CI/CD build,
 * whose clones may lack tags. https://docs.github.com/actions/reference/variables-reference,
 * https://docs.gitlab.com/ci/variables/predefined_variables/
 */
async function tagAt(
  system: System,
  git: ReturnType<typeof gitOf>,
  dir: string,
  commit: string,
): Promise<string | null> {
  return (await tagOf(git, dir, commit)) ?? tagInCi(system.env);
}

/** Pure. */
export function tagInCi(env: Env): string | null {
  return (env['GITHUB_REF_TYPE'] === 'tag' && env['GITHUB_REF_NAME']) || env['CI_COMMIT_TAG'] || null;
}

/** Parses `git rev-parse HEAD --symbolic-full-name HEAD`. */
export function parseHead(stdout: string): { commit: string; branch: string | null } {
  const [commit = '', ref = ''] = stdout.split('\n');
  return { commit, branch: ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null };
}
