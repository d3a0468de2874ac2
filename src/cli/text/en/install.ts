import type { InstallProgress } from '#contract/install-progress';

export const install = {
  help: {
    summary: 'install a Go version alongside the others',
    version: '1.26.1, 1.26 (its newest patch) or latest',
    from: 'official, proxy, source (build it here), a mirror (aliyun, hust, nju, ustc), a URL, or the path of an archive',
  },
  phase: {
    resolving: 'looking it up',
    waiting: 'waiting for another Burrow process that is installing it',
    downloading: 'downloading',
    verifying: 'verifying',
    unpacking: 'unpacking',
    building: 'building',
    finishing: 'finishing',
    checking: 'comparing files',
  } satisfies Record<InstallProgress['phase'], string>,
  bytesOf: (done: string, total: string) => `${done} of ${total}`,
  /** Of a build from source. */
  stepOf: (step: number, steps: number) => `step ${step} of ${steps}`,
  built: (bootstrap: string, took: string, log: string) => `Built with ${bootstrap} in ${took}; log: ${log}`,
  warning: (message: string) => `Warning: ${message}`,
  /** Of a build from source. */
  identical: 'It is identical to the official archive for this machine, bit for bit.',
  done: (version: string, path: string) => `${version} is installed: ${path}`,
  already: (version: string, path: string) => `${version} was already installed: ${path}`,
  /** A missing pinned version is installed by the command that needs it. */
  onTheWay: 'The pinned Go is not installed. Installing it, because the setting installMissing is on.',
  isDefault: 'It is the default: it runs in every folder that does not ask for another version.',
  shimsHint: (line: string) =>
    `To have \`go\` and \`burrow\` in every terminal, run \`burrow shell apply\`: it shows the change to your profiles first, and can undo it. Or add this line to your shell's profile yourself, and open a new terminal:\n  ${line}`,
  shimsBehind: (file: string, line: string) =>
    `In this PATH, ${file} comes before Burrow's shims. To run Burrow's go in every terminal, run \`burrow shell apply\`, or add this line at the end of your shell's profile yourself:\n  ${line}`,
};
