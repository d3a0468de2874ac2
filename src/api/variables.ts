type Environment = Readonly<Record<string, string | undefined>>;

/** What turns one environment into another: the variables that differ, null for those to be cleared. */
export function changedVariables(before: Environment, after: Environment): Record<string, string | null> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => before[name] !== after[name]);
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}
