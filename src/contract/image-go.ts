/** The one Go that built all these programs, such as `go1.26.1`; null: none is known, or there are several. */
export function onlyGo(programs: readonly { goVersion: string | null }[]): string | null {
  const [first = null, another] = new Set(programs.flatMap(({ goVersion }) => goVersion ?? []));
  return another === undefined ? first : null;
}
