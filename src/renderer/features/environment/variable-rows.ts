import type { GoEnvironment, GoVariable, VariableOrigin } from '#contract/environment';
import type { SetVariable, VariablePlace } from '#contract/managed-variables';
import type { Surprise } from '#contract/surprises';

/** A variable as the page shows it. */
export interface VariableRow {
  name: string;
  /** Secrets masked. */
  value: string;
  /** null: someone's own variable, which Go does not read. */
  origin: VariableOrigin | null;
  hidden: GoVariable['hidden'];
  /** What Burrow sets in new shells; null: nothing. */
  managed: SetVariable | null;
  surprises: Surprise[];
  /** Where Burrow can take it out. */
  setIn: VariablePlace[];
}

/** Which rows are shown: those that someone set or should look at, or all. */
export type VariableFilter = 'mine' | 'all';

/** Go's variables, and those of someone's own that Burrow sets in every shell, by name; first what stops Go. Pure. */
export function variableRows(
  { variables, surprises }: Pick<GoEnvironment, 'variables' | 'surprises'>,
  set: readonly SetVariable[],
): VariableRow[] {
  const ofShell = new Map(set.filter(({ place }) => place === 'shell').map((each) => [each.name, each]));
  const rows = variables.map(({ name, value, origin, hidden }): VariableRow => {
    const managed = ofShell.get(name) ?? null;
    return {
      name,
      value,
      origin,
      hidden,
      managed,
      surprises: surprises.filter((surprise) => surprise.name === name),
      setIn: set.filter((each) => each.name === name).map(({ place }) => place),
    };
  });
  const known = new Set(rows.map(({ name }) => name));
  const own = [...ofShell.values()].filter(({ name }) => !known.has(name));
  // The file may have lines for variables that this Go does not list.
  const odd = new Set(surprises.flatMap(({ name }) => (name !== null && !known.has(name) ? [name] : [])));
  const others = new Set([...own.map(({ name }) => name), ...odd]);
  for (const name of others) {
    const managed = ofShell.get(name) ?? null;
    const inFile = set.find((each) => each.name === name && each.place === 'go');
    rows.push({
      name,
      value: managed?.value ?? inFile?.value ?? '',
      origin: null,
      hidden: [],
      managed,
      surprises: surprises.filter((surprise) => surprise.name === name),
      setIn: set.filter((each) => each.name === name).map(({ place }) => place),
    });
  }
  // What keeps Go from running comes first.
  return rows.toSorted((a, b) => Number(stops(b)) - Number(stops(a)) || (a.name < b.name ? -1 : 1));
}

function stops({ surprises }: VariableRow): boolean {
  return surprises.some(({ severity }) => severity === 'stops');
}

/** Whether someone set a variable, or should look at it. Pure. */
export function isMine({ origin, managed, surprises }: VariableRow): boolean {
  return (
    origin === null ||
    origin.kind === 'environment' ||
    origin.kind === 'file' ||
    managed !== null ||
    surprises.length > 0
  );
}

/** The rows that a filter and a search leave; the search also looks at values. Pure. */
export function shownRows(
  rows: readonly VariableRow[],
  { filter, search }: { filter: VariableFilter; search: string },
): VariableRow[] {
  const wanted = search.trim().toLowerCase();
  // Who searches, searches everything.
  const chosen = filter === 'all' || wanted !== '' ? rows : rows.filter(isMine);
  return chosen.filter(({ name, value }) => `${name}=${value}`.toLowerCase().includes(wanted));
}
