import type { Comparison } from '#contract/builds';
import { en as words } from '#contract/words/en';

export const compare = {
  help: {
    summary: 'show what changed between two builds',
  },
  buildTime: 'Build time',
  change: 'Change',
  modules: 'Modules',
  added: 'added',
  removed: 'removed',
  unchanged: (count: number) => `${count} unchanged`,
  buckets: 'Where the bytes went',
  packages: 'What changed, by package',
  sections: 'Sections',
  layers: 'Layers',
  nothing: 'Nothing changed.',
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
