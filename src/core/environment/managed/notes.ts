import type { VariableNote, VariablePlace } from '#contract/managed-variables';
import { isGoVariable, placesFor } from '#contract/go-variables';

/** What decides whether a change counts. */
export interface Surroundings {
  /** The process environment. */
  env: Readonly<Record<string, string | undefined>>;
  /** What `env.sh` sets. */
  managed: ReadonlyMap<string, string>;
  /** What Go's file sets; null: GOENV=off. */
  goFile: { path: string; variables: ReadonlyMap<string, { value: string; line: number }> } | null;
  /** Some profile reads `env.sh`. */
  isRead: boolean;
}

/** What someone should know about a change before it is made. Pure. */
export function notesOn(
  place: VariablePlace,
  changes: Readonly<Record<string, string | null>>,
  around: Surroundings,
): VariableNote[] {
  const named = Object.entries(changes).flatMap(([name, value]) =>
    place === 'go' ? ofGoFile(name, value, around) : ofShell(name, value, around),
  );
  if (place === 'go') return named;
  const isSet = Object.values(changes).some((value) => value !== null);
  return [
    ...named,
    ...(isSet && !around.isRead ? [{ kind: 'not-read' as const }] : []),
    { kind: 'new-shells' },
  ];
}

/** An empty variable in the environment is none for Go. */
function ofGoFile(name: string, value: string | null, { env, managed }: Surroundings): VariableNote[] {
  const inEnvironment = env[name] || managed.get(name);
  return inEnvironment && inEnvironment !== value ? [{ kind: 'environment-wins', name }] : [];
}

function ofShell(name: string, value: string | null, { env, managed, goFile }: Surroundings): VariableNote[] {
  const notes: VariableNote[] = [];
  const inFile = goFile?.variables.get(name);
  if (value === '' && isGoVariable(name)) notes.push({ kind: 'empty-is-unset', name });
  if (value && goFile && inFile && placesFor(name).includes('go')) {
    notes.push({ kind: 'wins-over-file', name, file: goFile.path, line: inFile.line });
  }
  const isForeign = env[name] !== undefined && env[name] !== managed.get(name) && env[name] !== value;
  if (isForeign) notes.push({ kind: 'set-elsewhere', name });
  return notes;
}
