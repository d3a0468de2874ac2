import type { VariablePlace } from '#contract/managed-variables';
import { type Failure, failure } from '#contract/failure';
import { isGoVariable, placesFor } from '#contract/go-variables';
import { type ManagedChange, nameProblem, valueProblem } from '#core/profiles';
import { checkValue, checkVariable } from '../go-file/index.ts';

/** Why a variable is not set in a place; null: it is. Taking one out is always right. Pure. */
function checkChange(place: VariablePlace, name: string, value: string | null): Failure | null {
  if (value === null) return null;
  return place === 'go' ? checkVariable(name, value) : checkForShell(name, value);
}

/** The first reason that a change is refused; null: there is none. Pure. */
export function checkChanges(place: VariablePlace, changes: ManagedChange): Failure | null {
  for (const [name, value] of Object.entries(changes)) {
    const problem = checkChange(place, name, value);
    if (problem) return problem;
  }
  return null;
}

function checkForShell(name: string, value: string): Failure | null {
  const why = nameProblem(name) ?? (placesFor(name).length === 0 ? unheeded(name) : null);
  if (why) return failure('environment.name-refused', { name, why });
  const problem = valueProblem(value);
  if (problem) return failure('environment.value-refused', { name, why: problem });
  return isGoVariable(name) ? checkValue(name, value) : null;
}

function unheeded(name: string): 'telemetry' | 'worked-out' {
  return name.startsWith('GOTELEMETRY') ? 'telemetry' : 'worked-out';
}
