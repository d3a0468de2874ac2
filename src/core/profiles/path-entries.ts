/** Assignments to PATH: those of any POSIX shell, fish's two ways, and zsh's array. */
const assigned = /(?:^|[\s;])PATH=(?:"([^"]*)"|'([^']*)'|([^\s;]*))/;
const listed = /(?:^|[\s;])path\+?=\(([^)]*)\)/;
const added = /(?:^|[\s;])(?:set\s+(?:-\S+\s+)*PATH|fish_add_path)\s+([^;#]*)/;
/** A colon or a blank within `${…}` or `$(…)` does not separate entries. */
const entry = { colons: /(?:\$\{[^}]*\}|\$\([^)]*\)|[^:])+/g, blanks: /(?:\$\{[^}]*\}|\$\([^)]*\)|\S)+/g };

/** The entries that a line adds to PATH, as written, without PATH itself and options. Pure. */
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
