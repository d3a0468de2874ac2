import { assigns, assignsInWords, canSet, declaresLocally, isConditional, mayAssign } from './commands.ts';
import type { Frame, Step, Told } from './records.ts';
import type { Traced } from './traced.ts';

/** A change, and the command that made it; null: nobody knows. */
export interface FoundChange {
  name: string;
  value: string;
  step: Step | null;
  /** bash: the last `eval` of the same function or file, which may have run the command. */
  evaluating: Step | null;
}

/** What the records of a start say. */
export interface Found extends Pick<Traced, 'final'> {
  changes: FoundChange[];
  /** The start went to its end, or to an `exec`. */
  ended: boolean;
}

/** A variable of a function that hides the one outside, until fewer functions run than this. */
interface Hidden {
  name: string;
  depth: number;
}

/**
 * The changes that the records of bash or zsh tell. What functions declare for themselves, and `NAME=x command`, do not
 * count. Pure.
 */
export function changesIn(records: readonly Told[]): Found {
  const changes: FoundChange[] = [];
  let final = new Map<string, string>();
  let ended = false;
  let hidden: Hidden[] = [];
  const evaluating: Step[] = [];
  const lastOf = (name: string) => changes.findLast((change) => change.name === name);
  for (const told of records) {
    switch (told.kind) {
      case 'first':
        changes.push({ name: told.name, value: told.value, step: null, evaluating: null });
        break;
      case 'final':
        if (ended) final = new Map();
        ended = false;
        final.set(told.name, told.value);
        break;
      case 'end':
      case 'leaving':
        ended = true;
        break;
      case 'evaluating':
        while ((evaluating.at(-1)?.depth ?? -1) >= told.depth) evaluating.pop();
        evaluating.push(told);
        break;
      default: {
        if (ended) final = new Map();
        ended = false;
        const { name, value } = told;
        const wasHidden = hidden.some((each) => each.name === name);
        hidden = hidden.filter((each) => told.nextDepth >= each.depth);
        const isHidden = hidden.some((each) => each.name === name);
        const hides = depthOfHidden(told);
        if (isHidden || hides !== null) {
          if (!isHidden && hides !== null) hidden.push({ name, depth: hides });
          break;
        }
        const before = lastOf(name);
        // The end of a function shows the value from outside again.
        if (wasHidden && before?.value === value) break;
        const step = wasHidden || !didIt(told, before) ? null : told;
        if (told.kind === 'named' && step === null && !mayAssign(told.raw, name, value)) break;
        changes.push({ name, value, step, evaluating: evaluatingAt(evaluating, told) });
      }
    }
  }
  return { changes, final, ended };
}

/** From which depth on the variable is hidden by what the command declares; null: it is not. */
function depthOfHidden(step: Step): number | null {
  if (step.raw === '') return null;
  const inFunction = step.frames.some((frame) => frame.function !== null);
  if (inFunction && declaresLocally(step, step.name)) return step.depth;
  // A variable of a call alone is first seen inside.
  const isInside = step.kind === 'changed' && step.nextDepth > step.depth;
  return isInside && !assignsInWords(step.raw, step.name) ? step.nextDepth : null;
}

function didIt(step: Step, before: FoundChange | undefined): boolean {
  if (step.kind === 'changed') return canSet(step, step.name);
  if (!assigns(step, step.name)) return false;
  return !isConditional(step.raw) || isSamePlace(step.frames[0], before?.step?.frames[0]);
}

function isSamePlace(a: Frame | undefined, b: Frame | undefined): boolean {
  return a !== undefined && a.file === b?.file && a.line === b.line;
}

function evaluatingAt(evaluating: readonly Step[], { depth, frames }: Step): Step | null {
  const last = evaluating.findLast((step) => step.depth === depth);
  return last?.frames[0]?.file === frames[0]?.file ? (last ?? null) : null;
}
