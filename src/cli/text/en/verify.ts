import { en as words } from '#contract/words/en';

export const verify = {
  help: {
    summary: 'compare the files of installed Go versions with what was installed',
    version: 'only this version, or every patch of it (default: all)',
    repair: 'reinstall damaged versions from their original source',
    smoke: 'instead, check that it can build, run, vet and test a small module',
  },
  problem: words.fileProblem,
  /** At most there are adopted ones, whose files cannot be verified. */
  nothing:
    'Burrow has not installed a Go that it could verify. Install the newest with `burrow install latest`.',
  intact: (files: number, bytes: string, took: string) =>
    `intact: ${files} files, ${bytes}, compared in ${took}`,
  found: (problems: number, files: number) =>
    `changed since its install: ${problems} ${problems === 1 ? 'difference' : 'differences'} in ${files} files`,
  repaired: 'It was reinstalled; every file is intact again.',
  hint: (version: string) => `To repair it: \`burrow verify ${version} --repair\``,
};
