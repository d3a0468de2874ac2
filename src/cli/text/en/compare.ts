import type { Comparison } from '#contract/comparison';
import { en as words } from '#contract/words/en';

export const compare = {
  help: {
    summary: 'show what changed between two builds, and why',
    a: 'a build (b1), or a program with a slash (./old)',
    b: 'another one; omitted: <a> is compared with the build before it',
    markdown: 'print Markdown, for a pull request',
    csv: 'print a row for each package: module, package, bytes_a, bytes_b, change',
    html: 'also write a report that opens anywhere; an existing file is not replaced',
    force: 'replace the file of --html',
  },
  buildTime: 'Build time',
  change: 'Change',
  buckets: 'Where the bytes went',
  packages: 'What changed, by package',
  written: (file: string) => `The report is in ${file}.`,
  inApp: (link: string) => `In the app: ${link}`,
  layers: 'Layers',
  measure: {
    artifactBytes: 'File size',
    fileBytes: 'Bytes of its files',
    tarBytes: 'Layers as tar',
    compressedBytes: 'Compressed',
    engineReported: 'As the engine reports it',
  } satisfies Record<NonNullable<Comparison['measure']>, string>,
  setting: words.buildSetting,
  changesUnknown: words.changesUnknown,
};
