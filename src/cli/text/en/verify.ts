import { en as words } from '#contract/words/en';

export const verify = {
  help: {
    summary: 'compare the files of installed Go versions with what was installed',
    version: 'this version, or every patch of it, alone (default: all)',
    repair: 'install what is damaged again, from where it came from',
    smoke: 'instead, try whether it builds, runs, vets and tests a tiny module',
  },
  problem: words.fileProblem,
  /** Adopted ones are there at most: nothing is known of what they should be. */
  nothing:
    'Burrow has installed no Go here that it could check. Install the newest with `burrow install latest`.',
  intact: (files: number, bytes: string, took: string) =>
    `intact: ${files} files, ${bytes}, compared in ${took}`,
  found: (problems: number, files: number) =>
    `not as it was installed: ${problems} ${problems === 1 ? 'difference' : 'differences'}, ${files} files compared`,
  repaired: 'It was installed again; every file is right now.',
  hint: (version: string) => `Put it right with \`burrow verify ${version} --repair\`.`,
};
