/** One setting as `git config --list -z --show-scope` prints it. */
export interface ConfigEntry {
  /** `system`, `global` and `command` are the user's; `local` and `worktree` the repository's. */
  scope: string;
  /** `filter.lfs.clean`: the part in the middle keeps its case. */
  key: string;
  /** null: written without a value, which means true. */
  value: string | null;
}

/** Parses `git config --list -z --show-scope`: a scope, NUL, a key, and after a line break its value, NUL. */
export function parseConfig(stdout: string): ConfigEntry[] {
  const parts = stdout.split('\0');
  const entries: ConfigEntry[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [scope = '', setting = ''] = parts.slice(at, at + 2);
    const end = setting.indexOf('\n');
    entries.push({
      scope,
      key: end < 0 ? setting : setting.slice(0, end),
      value: end < 0 ? null : setting.slice(end + 1),
    });
  }
  return entries;
}

/** Whether Git read the settings of its environment: it does since 2.31. */
export function takesSettings(entries: readonly ConfigEntry[]): boolean {
  return entries.some(
    ({ scope, key, value }) => scope === 'command' && key === 'core.fsmonitor' && value === 'false',
  );
}

/** The names of the filters that a configuration has programs for: `lfs`. */
export function filterNames(entries: readonly ConfigEntry[]): string[] {
  const names = entries.map(({ key }) => /^filter\.(.*)\.(?:clean|smudge|process)$/s.exec(key)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}
