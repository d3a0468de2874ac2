import type { ModuleCheck, ModuleCheckResult, ProjectModule } from '#contract/modules';

export const modules = {
  help: {
    summary: "list a project's modules: versions, sizes in the last build, replacements, vendor/",
    online: 'also ask for newer, retracted and deprecated versions',
    verify: 'check that the sources in the module cache are unchanged (`go mod verify`)',
    offlineCheck:
      'check that everything compiles without the network, from vendor/ and from the module cache',
  },
  module: 'Module',
  version: 'Version',
  size: 'Size',
  go: 'Go',
  licence: 'Licence',
  kind: { main: 'This project', direct: 'Direct', indirect: 'Indirect' } satisfies Record<
    ProjectModule['kind'],
    string
  >,
  /** Before the table: the build that the sizes come from. */
  sizesOf: (id: string, subject: string, size: string, when: string) =>
    `Sizes: ${subject} in ${id}, ${size}, ${when}`,
  noSizes: 'No sizes: no program of this project is in the history. To record one: `burrow build`',
  notIncluded: 'not in the program',
  /** Indirect modules that are not listed. */
  notInProgram: (count: number) => `… and ${count} that ${count === 1 ? 'is' : 'are'} not in the program`,
  replacedBy: (what: string, where: string) => `replaced by ${what} (${where})`,
  /** The reasons come from the author; there may be none. */
  retracted: (reasons: string) => (reasons ? `retracted: ${reasons}` : 'retracted'),
  deprecated: (notice: string) => `deprecated: ${notice}`,
  newer: (version: string) => `newer: ${version}`,
  notHere: 'not on this machine',
  excluded: (what: string, where: string) => `Excluded: ${what} (${where})`,
  workspace: (file: string) => `Workspace ${file}:`,
  vendor: {
    'in-step': 'vendor/ is consistent with go.mod.',
    'out-of-step': 'vendor/ is not consistent with go.mod. To update it: `go mod vendor`',
  },
  missing: (count: number) =>
    `${count === 1 ? 'The source of 1 module is' : `The sources of ${count} modules are`} not on this machine. To download what is missing: \`go mod download\``,
  offline: 'Add --online to ask for newer, retracted and deprecated versions.',
  notChecked: 'The module cache cannot be checked, because it lacks modules:',
  checking: {
    verify: 'Checking the sources in the module cache',
    vendor: 'Compiling from vendor/, without the network',
    cache: 'Compiling from the module cache, without the network',
  } satisfies Record<ModuleCheck, string>,
  check: {
    verify: {
      passed: 'The sources in the module cache are unchanged.',
      failed: 'The module cache was changed:',
    },
    vendor: { passed: 'It builds offline from vendor/.', failed: 'It does not build offline from vendor/:' },
    cache: {
      passed: 'It builds offline from the module cache.',
      failed: 'It does not build offline from the module cache:',
    },
  } satisfies Record<ModuleCheck, Record<Exclude<ModuleCheckResult['outcome'], 'skipped'>, string>>,
};
