/**
 * Changes the text of the file of `go env -w` exactly as that command does (updateEnvFile in
 * cmd/go/internal/envcmd/env.go): of lines with one name the last stays, new lines come last, and the lines between
 * comments, blank lines and lines without `=` are sorted. Texts are bytes as Latin-1. `changes`: by name; null takes a
 * variable out. Pure.
 */
export function updateEnvFile(text: string, changes: ReadonlyMap<string, string | null>): string {
  const lines = text.split(/(?<=\n)/).map((line) => (line.endsWith('\n') ? line : `${line}\n`));
  if (text === '') lines.length = 0;
  const places = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const name = nameIn(line);
    if (name === '') continue;
    const before = places.get(name);
    if (before !== undefined) lines[before] = '';
    places.set(name, index);
  }
  for (const [name, value] of changes) {
    const at = places.get(name);
    const line = value === null ? '' : `${name}=${value}\n`;
    if (at !== undefined) lines[at] = line;
    else if (value !== null) lines.push(line);
  }
  return sortedRuns(lines).join('');
}

/** The name in a line; empty for comments, and for lines that set nothing. */
function nameIn(line: string): string {
  const equals = line.indexOf('=');
  const name = line.slice(0, Math.max(equals, 0));
  return name.includes('#') ? '' : name;
}

/** Lines that were taken out are empty, and so end a run as well. */
function sortedRuns(lines: readonly string[]): string[] {
  const sorted: string[] = [];
  let run: string[] = [];
  const endRun = () => {
    sorted.push(...run.toSorted((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1)));
    run = [];
  };
  for (const line of lines) {
    if (nameIn(line) !== '') run.push(line);
    else {
      endRun();
      sorted.push(line);
    }
  }
  endRun();
  return sorted;
}
