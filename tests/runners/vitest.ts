/** The command that runs projects of vitest.config.ts and records events; `tests`: beginnings of paths, or all. */
export function vitest(projects: readonly string[], tests: readonly string[] = []): string[] {
  return [
    'node_modules/.bin/vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=./tests/runners/vitest-reporter.ts',
    ...tests,
  ];
}
