import type { Change, FactState, Snapshot } from '#contract/snapshots';
import { byImportance, type Fact, factsOf } from './facts.ts';

const nothing: FactState = { value: null, origin: null, file: null, line: null };

/** The kinds of facts that a snapshot without one of them lacks, and not merely does not know. */
const listed = new Set<Fact['kind']>(['toolchain', 'shell', 'profile', 'variable']);

/** What differs between two snapshots, each fact once, what matters most first; not what one of them does not know. Pure. */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  const [one, other] = [byId(before), byId(after)];
  const knowsVariables = before.variables !== null && after.variables !== null;
  return [...new Map([...one, ...other]).values()]
    .filter(({ kind }) => kind !== 'variable' || knowsVariables)
    .flatMap(({ id, kind, name, mode }): Change[] => {
      const [was, is] = [one.get(id), other.get(id)];
      if ((!was || !is) && !listed.has(kind)) return [];
      if (kind === 'variable' && !isOwnChange(was?.state, is?.state)) return [];
      const change = { before: was?.state ?? nothing, after: is?.state ?? nothing };
      return isSame(change.before, change.after) && was && is ? [] : [{ id, kind, name, mode, ...change }];
    })
    .toSorted(byImportance);
}

/** Engines are started and stopped all day. */
function isNews({ kind, before, after }: Change): boolean {
  return kind !== 'engine' || (before.value !== null && after.value !== null);
}

/** Whether nothing differs, and the later one knows nothing that the earlier one could not find out. Pure. */
export function isSameMachine(before: Snapshot, after: Snapshot): boolean {
  const parts = ['go', 'variables', 'starts'] as const;
  return (
    !changesBetween(before, after).some(isNews) &&
    parts.every((part) => before[part] !== null || after[part] === null)
  );
}

/** A line that only moved is no change, nor is the same default in another Go. */
function isSame(one: FactState, other: FactState): boolean {
  if (one.value !== other.value) return false;
  if (isOfGo(one) && isOfGo(other)) return true;
  return one.origin === other.origin && one.file === other.file;
}

/**
 * Whether someone has set a variable in one of the places, or Go's default differs: not what follows another variable,
 * which is told itself, nor a variable that only one of two Gos has.
 */
function isOwnChange(was: FactState | undefined, is: FactState | undefined): boolean {
  const states = [was, is].filter((state) => state !== undefined);
  if (states.some((state) => state.origin !== 'derived' && !isOfGo(state))) return true;
  return states.length === 2 && states.every(isOfGo);
}

function isOfGo({ origin }: FactState): boolean {
  return origin === 'default' || origin === 'goroot';
}

function byId(snapshot: Snapshot): Map<string, Fact> {
  return new Map(factsOf(snapshot).map((fact) => [fact.id, fact]));
}
