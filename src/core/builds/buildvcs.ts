/** Whether this Go asks Git about the folder of a program that it builds: it does since 1.18. null: not known. */
export function asksGit(goVersion: string | null): boolean {
  const minor = /^go1\.(\d+)/.exec(goVersion ?? '')?.[1];
  return minor === undefined || Number(minor) >= 18;
}

/**
 * Whether the flags of a build, those of GOFLAGS included, turn that off. The last one counts; its values are those of
 * strconv.ParseBool, and `auto`.
 */
export function isBuildvcsOff(flags: readonly string[]): boolean {
  const last = flags.findLast((flag) => /^-buildvcs(?:=|$)/.test(flag));
  return last !== undefined && /^-buildvcs=(?:0|f|F|FALSE|false|False)$/.test(last);
}
