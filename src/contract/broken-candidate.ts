import type { Candidate, Resolution } from './switching.ts';

/** The candidate that decided; null if nothing selects a version. */
export function decidingCandidate({ candidates, reason }: Resolution): Candidate | null {
  if (!reason) return null;
  const { file, line, text } = reason;
  return candidates.find((each) => each.file === file && each.line === line && each.text === text) ?? null;
}

/** The candidate that decided, and for which no Go runs: a pin that cannot be read, say. null: a Go runs. */
export function brokenCandidate(resolution: Resolution): Candidate | null {
  return resolution.problem ? decidingCandidate(resolution) : null;
}
