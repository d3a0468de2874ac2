import type { Candidate, Resolution } from './switching.ts';

/** The deciding candidate if no Go runs because of it, such as a pin that cannot be read; otherwise null. */
export function brokenCandidate({ candidates, reason, problem }: Resolution): Candidate | null {
  if (!problem || !reason) return null;
  const { file, line, text } = reason;
  return candidates.find((each) => each.file === file && each.line === line && each.text === text) ?? null;
}
