import { failure } from '#contract/failure';
import type { Surprise } from '#contract/surprises';
import { maskedValue } from '#core/profiles';
import { type OddLine, oddLines } from './file-lines.ts';
import type { Facts } from './facts.ts';
import { oddPlaces } from './places.ts';
import { oddValues } from './values.ts';

const ranks = { stops: 0, wrong: 1, notice: 2 };

/** What about the variables is not as people expect, the worst first, each with what mends it. Pure. */
export function surprisesOf(facts: Facts): Surprise[] {
  const lines = oddLines(facts.userText ?? '', facts.home)
    // Of lines with one name, the last counts.
    .filter(({ name, line, value }) => value === null || facts.user?.variables.get(name)?.line === line)
    .map((line) => ofLine(line, facts));
  // What is odd about a line explains its value, but for one that stops Go.
  const values = oddValues(facts).filter(
    (value) => stops(value) || !lines.some((line) => line.line === value.line && value.file !== null),
  );
  const kept = lines.filter((line) => !values.some((value) => stops(value) && value.line === line.line));
  return [...values, ...kept, ...oddPlaces(facts)].toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
}

function stops({ severity }: Surprise): boolean {
  return severity === 'stops';
}

function ofLine({ kind, name, line, value, changes }: OddLine, { user }: Facts): Surprise {
  const file = user?.path ?? null;
  const { code, params } = failure('surprise.line', {
    name,
    kind,
    file: file ?? '',
    line,
    value: value === null ? null : maskedValue(name, value),
  });
  const meant = changes?.[name];
  const isShown = typeof meant === 'string' && maskedValue(name, meant) === meant;
  const known = isShown && changes !== null ? { place: 'go' as const, changes } : null;
  return { name, severity: 'wrong', reason: { code, params }, file, line, fix: known };
}
