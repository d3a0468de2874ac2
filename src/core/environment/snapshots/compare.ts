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
      const change = { before: was?.state ?? nothing, after: is?.state ?? nothing };
      return isSame(change.before, change.after) && was && is ? [] : [{ id, kind, name, mode, ...change }];
    })
    .toSorted(byImportance);
}

/** Whether nothing differs, and the later one knows nothing that the earlier one could not find out. Pure. */
export function isSameMachine(before: Snapshot, after: Snapshot): boolean {
  const isNews = ({ kind, before: was, after: is }: Change): boolean =>
    // Engines are started and stopped all day.
    kind !== 'engine' || (was.value !== null && is.value !== null);
  const parts = ['go', 'variables', 'starts'] as const;
  return (
    !changesBetween(before, after).some(isNews) &&
    parts.every((part) => before[part] !== null || after[part] === null)
  );
}

/** A line that only moved is no change. */
function isSame(one: FactState, other: FactState): boolean {
  return one.value === other.value && one.origin === other.origin && one.file === other.file;
}

function byId(snapshot: Snapshot): Map<string, Fact> {
  return new Map(factsOf(snapshot).map((fact) => [fact.id, fact]));
}
