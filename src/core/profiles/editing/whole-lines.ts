import { lineStarts, readTree, type Syntax } from '../reading/index.ts';
import { type Unit, unitsOf } from './units.ts';

/** Why lines cannot be taken out. `empty`: a block would hold nothing. `shared`: a line has more than they. */
export type Obstacle = 'empty' | 'shared' | 'unclear';

export interface WholeLines {
  /** Lines that can go, so that a shell accepts what is left; in order, from 1. */
  taken: number[];
  /** Why some of the chosen lines stay; null: all can go. */
  obstacle: Obstacle | null;
}

/**
 * Which lines can go with the chosen ones: a command with all of its lines (continued ones, quotations, here-documents,
 * what stands beside it on a line), and a block with all it holds, with its head and its end. A block around something
 * else stays, and a line that would leave it empty as well. Pure.
 */
export function wholeLines(text: string, chosen: readonly number[], syntax: Syntax): WholeLines {
  const tree = readTree(text, syntax);
  const lines = lineStarts(text);
  const units = unitsOf(text, tree, lines);
  const last = Math.max(0, ...chosen);
  // Behind something that is not understood, nothing is certain.
  const isUnclear =
    tree.faults.some((at) => lines.lineAt(at) <= last) || hasEndFault(tree.faults, text.length);
  if (units === null || isUnclear) return { taken: [], obstacle: 'unclear' };
  const { taken, obstacle } = settle(units, new Set(chosen), syntax);
  const code = [...taken]
    .filter((line) => !/^\s*(?:#|$)/.test(lineText(text, lines.startOf(line))))
    .toSorted((a, b) => a - b);
  return { taken: code, obstacle };
}

function hasEndFault(faults: readonly number[], end: number): boolean {
  return faults.some((at) => at >= end);
}

function lineText(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}

/** Chosen lines are given up until what is left is whole; each round gives up at least one unit of those that go. */
function settle(units: readonly Unit[], chosen: ReadonlySet<number>, syntax: Syntax) {
  const kept = new Set<Unit>();
  let obstacle: Obstacle | null = null;
  for (;;) {
    const going = goingWith(units, chosen, kept);
    const taken = new Set<number>();
    for (const unit of going) for (let line = unit.first; line <= unit.last; line++) taken.add(line);
    const conflicts = conflictsOf(units, going, taken, syntax);
    const [first] = conflicts;
    if (!first) {
      const stays = [...chosen].some((line) => !taken.has(line));
      return { taken, obstacle: obstacle ?? (stays && taken.size === 0 ? 'shared' : null) };
    }
    obstacle = first.why;
    for (const { unit } of conflicts) kept.add(unit);
  }
}

/** The units that go: those on chosen lines, those that share a line with them, and blocks of which all goes. */
function goingWith(units: readonly Unit[], chosen: ReadonlySet<number>, kept: ReadonlySet<Unit>): Set<Unit> {
  const going = new Set<Unit>();
  const lines = new Set(chosen);
  const isChosen = (line: number) => lines.has(line);
  for (let before = -1; before !== going.size; ) {
    before = going.size;
    for (const unit of units) visit(unit);
    for (const unit of units.toReversed()) visit(unit);
  }
  return going;

  function visit(unit: Unit): void {
    if (going.has(unit)) return;
    const inner = unit.bodies.flat();
    for (const each of inner) visit(each);
    if (kept.has(unit)) return;
    const all = inner.length > 0 && inner.every((each) => going.has(each));
    const goes =
      unit.bodies.length === 0
        ? range(unit).some(isChosen)
        : unit.isFunction
          ? all && unit.frame.every(isChosen)
          : all || (inner.length === 0 && unit.frame.every(isChosen));
    if (!goes) return;
    going.add(unit);
    for (const line of range(unit)) lines.add(line);
  }
}

function range({ first, last }: Unit): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A unit that cannot go. */
interface Conflict {
  unit: Unit;
  why: Obstacle;
}

/** Units that cannot go, since something that stays needs one of their lines, or needs them as its body. */
function conflictsOf(
  units: readonly Unit[],
  going: ReadonlySet<Unit>,
  taken: ReadonlySet<number>,
  syntax: Syntax,
): Conflict[] {
  const found: Conflict[] = [];
  const held = new Set<number>();
  const visit = (unit: Unit) => {
    if (going.has(unit)) return;
    for (const line of unit.bodies.length === 0 ? range(unit) : unit.frame)
      if (taken.has(line)) held.add(line);
    for (const body of unit.bodies) {
      const isEmptied = body.length > 0 && body.every((each) => going.has(each));
      if (isEmptied && !unit.mayBeEmpty && syntax !== 'fish') {
        found.push(...body.map((each) => ({ unit: each, why: 'empty' as const })));
      } else for (const each of body) visit(each);
    }
  };
  for (const unit of units) visit(unit);
  if (held.size > 0)
    found.push(...onLines(units, going, held).map((unit) => ({ unit, why: 'shared' as const })));
  return found;
}

/** The units that go with these lines, wherever they are. */
function onLines(units: readonly Unit[], going: ReadonlySet<Unit>, lines: ReadonlySet<number>): Unit[] {
  return units.flatMap((unit) => {
    if (going.has(unit)) return range(unit).some((line) => lines.has(line)) ? [unit] : [];
    return onLines(unit.bodies.flat(), going, lines);
  });
}
