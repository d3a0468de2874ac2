type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that differ between two environments, with the new values; null for those to be unset. */
export function changedVariables(before: Environment, after: Environment): Record<string, string | null> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => before[name] !== after[name]);
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}
