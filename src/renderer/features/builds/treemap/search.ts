import type { ProgramPart } from '#contract/report/program-tree';

/** The parts that a query finds, with those in them; null: there is no query. Pure. */
export function found(parts: readonly ProgramPart[], query: string): ReadonlySet<ProgramPart> | null {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return null;
  const all = new Set<ProgramPart>();
  const search = (part: ProgramPart, within: boolean): void => {
    const is = within || part.name.toLowerCase().includes(wanted);
    if (is) all.add(part);
    for (const each of part.parts) search(each, is);
  };
  for (const part of parts) search(part, false);
  return all;
}

/** Whether a part or one in it was found. Pure. */
export function holds(part: ProgramPart, matches: ReadonlySet<ProgramPart>): boolean {
  return matches.has(part) || part.parts.some((each) => matches.has(each));
}
