/** Assignments to PATH in any POSIX shell, and zsh's array. */
const assigned = /(?:^|[\s;])PATH=(?:"([^"]*)"|'([^']*)'|([^\s;]*))/;
const listed = /(?:^|[\s;])path\+?=\(/;

/** The entries that a line adds to PATH, as written, without PATH itself and options. Pure. */
export function pathEntries(line: string): string[] {
  const [, ...values] = assigned.exec(line) ?? [];
  const value = values.find((each) => each !== undefined);
  const entries =
    value === undefined ? split(addedByFish(line) ?? listedByZsh(line) ?? '', /\s/) : split(value, /:/);
  return entries
    .map((each) => each.replace(/^(["'])(.*)\1$/, '$2'))
    .filter((each) => !/^\$\{?path\b|^-/i.test(each));
}

/** What `set PATH …` or `fish_add_path …` adds; null without either. */
function addedByFish(line: string): string | null {
  for (const command of line.split(/[;#]/)) {
    const words = command.trim().split(/\s+/);
    for (const [index, word] of words.entries()) {
      if (word === 'fish_add_path') return words.slice(index + 1).join(' ');
      if (word !== 'set') continue;
      const name = words.findIndex((each, at) => at > index && !/^-./.test(each));
      if (words[name] === 'PATH') return words.slice(name + 1).join(' ');
    }
  }
  return null;
}

/** What `path=(…)` lists; null without it. */
function listedByZsh(line: string): string | null {
  const found = listed.exec(line);
  if (!found) return null;
  const start = found.index + found[0].length;
  const end = line.indexOf(')', start);
  return end < 0 ? null : line.slice(start, end);
}

/** Splits at a separator, a single character, but not within `${…}` or `$(…)`. Leaves out empty entries. */
function split(text: string, separator: RegExp): string[] {
  const last = { '${': text.lastIndexOf('}'), '$(': text.lastIndexOf(')') };
  const entries: string[] = [];
  let entry = '';
  for (let at = 0; at < text.length; ) {
    const open = text.slice(at, at + 2);
    const isGroup = (open === '${' || open === '$(') && last[open] > at;
    const end = isGroup ? text.indexOf(open === '${' ? '}' : ')', at) + 1 : at + 1;
    const piece = text.slice(at, end);
    if (!isGroup && separator.test(piece)) {
      entries.push(entry);
      entry = '';
    } else entry += piece;
    at = end;
  }
  return [...entries, entry].filter((each) => each !== '');
}
