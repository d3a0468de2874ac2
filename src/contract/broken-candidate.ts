import type { Candidate, Resolution } from './switching.ts';

/** The candidate for which no Go runs: a pin that cannot be read, say, or a GOTOOLCHAIN. null: a Go runs. */
export function brokenCandidate({
  candidates,
  reason,
  problem,
  switch: goSwitch,
}: Resolution): Candidate | null {
  const broken = goSwitch?.setBy ?? reason;
  if (!problem || !broken) return null;
  const { file, line, text } = broken;
  return candidates.find((each) => each.file === file && each.line === line && each.text === text) ?? null;
}
