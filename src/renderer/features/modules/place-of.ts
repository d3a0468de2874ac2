/** A place in a file as it is shown: `go.mod:12`. */
export function placeOf({ file, line }: { file: string; line: number | null }): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return line === null ? name : `${name}:${line}`;
}
