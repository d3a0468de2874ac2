const programs = (count: number) => (count === 1 ? '1 program' : `${count} programs`);
const limits = (count: number) => (count === 1 ? '1 limit' : `${count} limits`);

export const check = {
  help: {
    summary:
      "check the sizes of a project's programs against its burrow.toml; exit code 3 if a budget is exceeded",
    dir: 'the folder of the project (default: the current one)',
    file: 'check this program, which is not recorded, instead of the newest builds',
  },
  program: 'Program',
  target: 'Target',
  build: 'Build',
  size: 'Size',
  exceeded: 'Exceeded',
  unknown: 'Not known',
  notChecked: 'Not checked',
  notRecorded: 'not recorded',
  kept: (limitCount: number, programCount: number) =>
    `All budgets are kept: ${limits(limitCount)} checked in ${programs(programCount)}.`,
  notAll: (unknown: number) =>
    unknown === 1 ? 'One budget could not be checked.' : `${unknown} budgets could not be checked.`,
  nothingChecked: 'Nothing was checked yet.',
  found: (exceeded: number, limitCount: number, programCount: number) =>
    `${exceeded} of ${limits(limitCount)} exceeded in ${programs(programCount)}.`,
};
