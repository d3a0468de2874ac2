import type { Commit } from '#contract/comparison';
import type { Git } from './run-git.ts';

/** What `logBetween` returns, or why it knows nothing. */
export type Log =
  | { commits: Commit[]; total: number; oldest: Commit | null; left: number; shallow: boolean }
  | { unknown: 'no-repository' | 'a' | 'b' | 'both' | 'git-failed'; shallow: boolean };

/** More commits than these are counted and not listed. */
const maxCommits = 100;

/** Columns of a text; Git cuts what is longer. */
const maxSubject = 200;
const maxAuthor = 80;

/**
 * The commits of `b` that are not in `a`, newest first, and how many of `a` are not in `b` (`left`). `shallow`: the
 * repository lacks older commits. Nothing that the repository configures is run, and no file that it names is read.
 * Failures: cancelled.
 */
export async function logBetween(git: Git, dir: string, a: string, b: string): Promise<Log> {
  const isShallow = await git(dir, ['rev-parse', '--is-shallow-repository']);
  if (isShallow === null) return { unknown: 'no-repository', shallow: false };
  const shallow = isShallow.trim() === 'true';
  const [hasA, hasB] = await Promise.all([a, b].map((commit) => isCommit(git, dir, commit)));
  if (!hasA || !hasB) return { unknown: hasA ? 'b' : hasB ? 'a' : 'both', shallow };
  const counted = await git(dir, ['rev-list', '--count', '--left-right', `${a}...${b}`, '--']);
  const [left, total] = parseCounts(counted);
  const listed = await read(git, dir, `${a}..${b}`, []);
  if (left === undefined || total === undefined || listed === null) return { unknown: 'git-failed', shallow };
  const last = total > listed.length ? await read(git, dir, `${a}..${b}`, [`--skip=${total - 1}`]) : null;
  return { commits: listed, total, oldest: (last ?? listed).at(-1) ?? null, left, shallow };
}

/** Whether the repository has a commit of this hash. */
async function isCommit(git: Git, dir: string, commit: string): Promise<boolean> {
  // Anything else may be an option or the name of something.
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)) return false;
  return (await git(dir, ['cat-file', '-e', `${commit}^{commit}`])) !== null;
}

async function read(git: Git, dir: string, range: string, more: readonly string[]): Promise<Commit[] | null> {
  const stdout = await git(dir, [
    '--no-pager',
    'log',
    '-z',
    `--max-count=${maxCommits}`,
    // Neither a file of names nor notes, which the repository may choose, and no difference of content.
    '--no-mailmap',
    '--no-notes',
    '--no-patch',
    '--no-show-signature',
    '--no-color',
    `--format=%h%x00%at%x00%<(${maxAuthor},trunc)%an%x00%<(${maxSubject},trunc)%s`,
    ...more,
    range,
    '--',
  ]);
  return stdout === null ? null : parseLog(stdout);
}

/** Parses `rev-list --count --left-right`: two numbers. */
export function parseCounts(stdout: string | null): number[] {
  if (stdout === null) return [];
  const counts = stdout.trim().split(/\s+/).map(Number);
  return counts.every(Number.isSafeInteger) ? counts : [];
}

/** Parses the format of `read`: four texts to a commit, each ended by NUL. */
export function parseLog(stdout: string): Commit[] {
  const texts = stdout.split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + 3 < texts.length; at += 4) {
    const [hash = '', seconds = '', author = '', subject = ''] = texts.slice(at, at + 4);
    commits.push({ hash, at: momentOf(seconds), author: author.trim(), subject: subject.trim() });
  }
  return commits;
}

/** null: it is no moment that a date can hold, as crafted commits have. */
function momentOf(seconds: string): string | null {
  const date = new Date(Number(seconds) * 1000);
  return seconds === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
