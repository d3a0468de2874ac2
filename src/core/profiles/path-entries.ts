/** What a line of a profile makes PATH of: an assignment in any POSIX shell, fish's two ways, and zsh's array. */
const assigned = /(?:^|[\s;])PATH=(?:"([^"]*)"|'([^']*)'|([^\s;]*))/;
const listed = /(?:^|[\s;])path\+?=\(([^)]*)\)/;
const added = /(?:^|[\s;])(?:set\s+(?:-\S+\s+)*PATH|fish_add_path)\s+([^;#]*)/;
/** A colon or a blank within `${…}` or `$(…)` parts nothing. */
const entry = { colons: /(?:\$\{[^}]*\}|\$\([^)]*\)|[^:])+/g, blanks: /(?:\$\{[^}]*\}|\$\([^)]*\)|\S)+/g };

/** The entries that a line puts into PATH, as they are written there, without PATH itself and options. Pure. */
export function pathEntries(line: string): string[] {
  const [, ...values] = assigned.exec(line) ?? [];
  const value = values.find((each) => each !== undefined);
  const entries =
    value === undefined
      ? (((added.exec(line) ?? listed.exec(line))?.[1] ?? '').match(entry.blanks) ?? [])
      : (value.match(entry.colons) ?? []);
  return entries
    .map((each) => each.replace(/^(["'])(.*)\1$/, '$2'))
    .filter((each) => !/^\$\{?path\b|^-/i.test(each));
}
