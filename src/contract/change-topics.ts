/**
 * What can change while a page is open.
 * - `versions`: what decides which Go runs in a folder: version files, go.mod, go.work, the default
 * - `modules`: what a project requires: go.mod, go.sum, go.work, vendor/modules.txt
 * - `toolchains`: the installed toolchains, and every other Go on PATH
 * - `environment`: the profiles of shells, Go's env file, and the variables that Burrow sets
 * - `builds`: the history, with its projects and snapshots
 * - `settings`, `setup`: the settings, and the state of the set-up
 */
export const changeTopics = [
  'versions',
  'modules',
  'toolchains',
  'environment',
  'builds',
  'settings',
  'setup',
] as const;
export type ChangeTopic = (typeof changeTopics)[number];
