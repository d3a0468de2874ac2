import { answerVariable } from './fresh.ts';
import type { GoMeaning } from './shells.ts';

/** macOS' env has no -0. Its awk, like every other, prints NUL for %c. */
const withAwk = 'BEGIN { for (name in ENVIRON) printf \\"%s=%s%c\\", name, ENVIRON[name], 0 }';

/**
 * What /bin/sh does with a mark and what `go` means: it writes both and the environment, NUL-separated, to a file, and
 * then prints the mark. A profile may have closed or redirected the standard output, or have it written to a log, so
 * no value is printed there. One line without single quotes, for the shells that quote it.
 */
const script = [
  'umask 077',
  `{ printf %s "$1"; /usr/bin/env -0 2>/dev/null || /usr/bin/awk "${withAwk}"; printf "%s%s%s" "$1" "$2" "$1"; } >"$${answerVariable}"`,
  'printf %s "$1"',
].join('; ');

/** The command that makes a shell answer; `go` is its own way to say what `go` means to it. Pure. */
export function question(mark: string, go: string): string {
  return `/bin/sh -c '${script}' sh ${mark} ${go}`.trimEnd();
}

/** The answer in a file; null: it is not whole. Pure. */
export function readAnswer(text: string, mark: string): { env: Record<string, string>; go: string } | null {
  const [before, variables = '', go = '', after, ...more] = text.split(mark);
  if (before !== '' || after !== '' || more.length > 0) return null;
  const pairs = variables.split('\0').flatMap((each): [string, string][] => {
    const equals = each.indexOf('=');
    return equals > 0 ? [[each.slice(0, equals), each.slice(equals + 1)]] : [];
  });
  return { env: Object.fromEntries(pairs), go: go.trim() };
}

/** What a shell answered. */
export interface ShellAnswer {
  /** Its environment, without guards. */
  env: Record<string, string>;
  go: GoMeaning;
}
