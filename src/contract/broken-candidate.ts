import type { Candidate, Resolution } from './switching.ts';

/** The candidate at this place; null if there is none. */
function candidateAt(candidates: readonly Candidate[], place: Resolution['reason']): Candidate | null {
  if (!place) return null;
  const { file, line, text } = place;
  return candidates.find((each) => each.file === file && each.line === line && each.text === text) ?? null;
}

/** The candidate that decided; null if nothing selects a version. */
export function decidingCandidate({ candidates, reason }: Resolution): Candidate | null {
  return candidateAt(candidates, reason);
}

/** The candidate because of which no Go runs, such as a pin that cannot be read, or a GOTOOLCHAIN. null: a Go runs. */
export function brokenCandidate({
  candidates,
  reason,
  problem,
  switch: goSwitch,
}: Resolution): Candidate | null {
  return problem ? candidateAt(candidates, goSwitch?.setBy ?? reason) : null;
}
