import type { Cause, CauseKind } from '#contract/verdict';

/** The causes of one kind, of which a verdict may have many. */
export interface CauseGroup {
  kind: CauseKind;
  /** What they changed together, growth less shrinkage. */
  bytes: number;
  /** How much of the bar they take, 0 to 100. */
  width: number;
  /** The modules among them, in the order of the verdict. */
  names: string[];
}

/** The causes by kind: those that made it larger first, then those that made it smaller, the largest first. Pure. */
export function causeGroups(causes: readonly Cause[]): CauseGroup[] {
  const groups = [...Map.groupBy(causes, ({ kind }) => kind)].map(([kind, of]) => ({
    kind,
    bytes: of.reduce((sum, { bytes }) => sum + bytes, 0),
    names: of.map(({ name }) => name).filter((name) => name !== null),
  }));
  const all = groups.reduce((sum, { bytes }) => sum + Math.abs(bytes), 0);
  return groups
    .filter(({ bytes }) => bytes !== 0)
    .map((group) => ({ ...group, width: (Math.abs(group.bytes) / all) * 100 }))
    .toSorted((x, y) => Math.sign(y.bytes) - Math.sign(x.bytes) || y.width - x.width);
}
