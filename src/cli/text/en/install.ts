import type { InstallProgress } from '#contract/install-progress';

export const install = {
  help: {
    summary: 'install a Go version beside the others',
    version: '1.26.1, 1.26 (its newest patch) or latest',
    from: 'official, proxy, source (build it here), a mirror (aliyun, hust, nju, ustc), a URL, or the path of an archive',
  },
  phase: {
    resolving: 'looking it up',
    waiting: 'waiting for another Burrow that installs it',
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
  built: (bootstrap: string, took: string, log: string) =>
    `Built by ${bootstrap} in ${took}; the log: ${log}`,
  /** The build is bit for bit what is published. */
  warning: (message: string) => `Warning: ${message}`,
  identical: 'It is bit for bit what the official index lists for this machine.',
  done: (version: string, path: string) => `${version} is installed: ${path}`,
  already: (version: string, path: string) => `${version} was already installed: ${path}`,
  /** A pinned version is missing, and whatever wants to run it installs it. */
  onTheWay:
    'The Go that is pinned here is not installed. Burrow installs it, as the setting installMissing says.',
  shimsHint: (line: string) => `To run it in every terminal, put this into your shell's profile:\n  ${line}`,
};
