/** A line of a build's output that begins with a position in a file. */
export interface Placed {
  /** As Go printed it: `./main.go`, `cmd/server/main.go`, `../lib/x.go` or an absolute path. */
  file: string;
  line: number;
  column: number | null;
  /** `main.go:6:24` */
  place: string;
  /** Before the place: a tab, or `vet: `. */
  before: string;
  /** What follows the place, with its colon. */
  message: string;
}

const position =
  /^(?<before>\s*(?:vet: )?)(?<place>(?<file>(?:[A-Za-z]:)?[^\s:]+\.(?:go|mod|work|sum|s|S|c|cc|cpp|h|m)):(?<line>\d{1,9})(?::(?<column>\d{1,9}))?)(?<message>: .*)?$/;

/** Reads the position at the beginning of a line, as Go, vet, the assembler and C compilers print it; null: none. Pure. */
export function placeIn(text: string): Placed | null {
  const found = position.exec(text)?.groups;
  if (!found) return null;
  const { file = '', line = '', column, place = '', before = '', message = '' } = found;
  return {
    file,
    line: Number(line),
    column: column === undefined ? null : Number(column),
    place,
    before,
    message,
  };
}
