import { isGoVariable, placesFor } from '#contract/go-variables';
import type { Surprise } from '#contract/surprises';
import { failure } from '#contract/failure';
import { maskedValue } from '#core/profiles';
import { problemOf } from '../go-file/index.ts';
import type { Facts } from './facts.ts';
import { rightValue } from './right-value.ts';

/** A value that is set somewhere. */
interface Place {
  name: string;
  value: string;
  /** null: the process environment. */
  file: string | null;
  line: number | null;
}

/** Values that stop Go, and those with which its builds fail later. Pure. */
export function oddValues(facts: Facts): Surprise[] {
  const stopping = facts.stopping.map((each) => {
    const { name, says, file, line } = each;
    const reason = failure('surprise.stops-go', { ...shown(each), says });
    return { name, severity: 'stops' as const, reason, file, line, fix: mended(each, facts) };
  });
  const isStopping = ({ name, file }: Place) =>
    facts.stopping.some((each) => each.name === name && each.file === file);
  const others = placesOf(facts).filter((place) => !isStopping(place));
  return [...stopping, ...others.flatMap((place) => problemAt(place, facts))].map(plainReason);
}

/** The values in Go's file and those of Go's variables in the environment. */
function placesOf({ env, user }: Facts): Place[] {
  const inFile = [...(user?.variables ?? [])].map(([name, { value, line }]) => ({
    name,
    value,
    file: user?.path ?? null,
    line,
  }));
  const inEnvironment = Object.entries(env).flatMap(([name, value]) =>
    value && isGoVariable(name) ? [{ name, value, file: null, line: null }] : [],
  );
  return [...inEnvironment, ...inFile];
}

function problemAt(place: Place, facts: Facts): Surprise[] {
  const { name, value, file, line } = place;
  if (file !== null && !isGoVariable(name)) {
    const reason = failure('surprise.unknown-variable', shown(place));
    return [
      { name, severity: 'notice', reason, file, line, fix: { place: 'go', changes: { [name]: null } } },
    ];
  }
  if (file !== null && !placesFor(name).includes('go')) {
    const reason = failure('surprise.not-read-here', shown(place));
    return [
      { name, severity: 'notice', reason, file, line, fix: { place: 'go', changes: { [name]: null } } },
    ];
  }
  const problem = problemOf(name, value);
  // A carriage return is told of its own.
  if (!problem || problem.why === 'line-break') return [];
  const severity = problem.why === 'toolchain' ? 'stops' : 'wrong';
  const reason = failure('surprise.value', {
    ...shown(place),
    why: problem.why,
    detail: maskedValue(name, problem.detail),
  });
  return [{ name, severity, reason, file, line, fix: mended(place, facts) }];
}

/** The change that mends a value where it stands: what was meant, or else its line taken out. */
function mended({ name, value, file }: Place, { home, managed }: Facts): Surprise['fix'] {
  const isOurs = file === null && managed.get(name) === value;
  if (file === null && !isOurs) return null;
  const right = rightValue(name, value, home);
  if (right !== null && maskedValue(name, right) !== right) return null;
  return { place: isOurs ? 'shell' : 'go', changes: { [name]: right } };
}

function shown({ name, value, file, line }: Place) {
  return { name, value: maskedValue(name, value), file, line };
}

/** Without what makes it an error. */
function plainReason({ reason: { code, params }, ...rest }: Surprise): Surprise {
  return { ...rest, reason: { code, params } };
}
