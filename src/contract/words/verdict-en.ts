import { en as images } from './image-verdict-en.ts';
import { isAlone, isMost, type VerdictTexts } from './verdict-texts.ts';

const sideNames = { a: 'A', b: 'B', both: 'both' };

function files(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}`];
}

export const en: VerdictTexts = {
  sentence: (change, statements) =>
    statements.length === 0 ? change : `${change}: ${statements.join('; ')}`,
  change: (bytes, percent) => (percent === null ? bytes : `${bytes} (${percent})`),
  sameSize: 'The size is the same',
  sizesUnknown: 'The sizes cannot be compared',
  share: (percent, reason) => `${percent} from ${reason}`,
  whole: (reason) => `all from ${reason}`,
  measure: images.measure,
  withFiles: images.withFiles,
  reason: {
    ...images.reason,
    'same-file': () => 'Both are the same file, byte for byte',
    'different-programs': ({ a, b }) => `two different programs, ${a} and ${b}`,
    target: ({ a, b }) => `built for ${b} instead of ${a}`,
    'debug-info': ({ kept, percent }) =>
      isAlone({ percent })
        ? `debug information was ${kept ? 'kept' : 'left out'}`
        : `debug information, which was ${kept ? 'kept' : 'left out'}`,
    symbols: ({ kept, percent }) =>
      isAlone({ percent })
        ? `the symbol table was ${kept ? 'kept' : 'left out'}`
        : `the symbol table, which was ${kept ? 'kept' : 'left out'}`,
    flags: ({ added, removed, percent }) =>
      [
        isAlone({ percent }) ? 'built' : 'building',
        [
          ...(added.length > 0 ? [`with ${added.join(' ')}`] : []),
          ...(removed.length > 0 ? [`without ${removed.join(' ')}`] : []),
        ].join(' and '),
      ].join(' '),
    cgo: ({ enabled, percent }) =>
      isAlone({ percent })
        ? `cgo was ${enabled ? 'enabled' : 'disabled'}`
        : `${enabled ? 'enabling' : 'disabling'} cgo`,
    go: ({ a, b }, { go }) => `Go ${go(a)} → ${go(b)}`,
    'standard-library': ({ added }) =>
      added === null ? 'the standard library' : `the standard library, where ${added} is new`,
    dependencies: (of, { module }) => {
      const { how, count, importers, from } = of;
      const name = module(of);
      if (from !== null) return `${name}, which was ${from}`;
      if (count > 1) {
        const those = {
          added: 'modules that are new',
          removed: 'modules that were removed',
          changed: 'modules in another version',
          same: 'modules in the same version',
        }[how];
        return `${count} ${those}, ${isMost(of) ? 'most from' : 'the largest'} ${name}`;
      }
      const by = importers.length > 0 ? `, pulled in by ${importers.join(' and ')}` : '';
      return {
        added: `${name}, new in this change${by}`,
        removed: `${name}, which was removed`,
        changed: name,
        same: `${name}, whose version is the same`,
      }[how];
    },
    'own-code': ({ part }) => (part === null ? 'your own code' : `your own code, most in ${part}`),
    'own-code-unchanged': () => 'your code is unchanged',
    'same-commit': ({ dirty }) =>
      `the commit is the same, but there ${dirty ? 'are' : 'may be'} uncommitted changes`,
    'embedded-files': ({ added, removed, changed, largest }) =>
      added + removed + changed === 1
        ? `the embedded file ${largest}, which ${added ? 'was added' : removed ? 'was removed' : 'changed'}`
        : `embedded files (${[
            ...files(added, 'added'),
            ...files(removed, 'removed'),
            ...files(changed, 'changed'),
          ].join(', ')}), most in ${largest}`,
    'c-code': ({ part }) => (part === null ? 'C code' : `C code, most in ${part}`),
    padding: () => 'padding between the parts of the file',
    unowned: ({ path }) => path ?? 'bytes that belong to no known package',
    layer: ({ step }) => `the layer of \`${step}\``,
    'packages-unknown': ({ side }) =>
      side === 'both'
        ? 'which packages changed is not known, because those of neither could be read'
        : `which packages changed is not known, because those of ${sideNames[side]} could not be read`,
    'modules-unknown': ({ side }) =>
      side === 'both' ? 'neither records its modules' : `${sideNames[side]} does not record its modules`,
    'code-only': () =>
      'by package only machine code is compared, because one was analysed by an earlier Burrow',
    'nothing-recorded-differs': () =>
      'the commit, Go, flags and modules are the same; what differs is not recorded, such as a file that Git ignores, or an environment variable',
  },
  named: {
    'dependency-added': (name) => `${name}, which is new`,
    'dependency-removed': (name) => `${name}, which was removed`,
  },
  replacement: ({ name, change, isNew, count }) => {
    const others = count === 1 ? 'it' : 'them';
    if (isNew) return `${name} replaces ${others} (${change})`;
    return `${count === 1 ? 'it replaces' : 'they replace'} ${name} (${change})`;
  },
  against: (name, change) => `partly offset by ${name} (${change})`,
  cause: {
    'own-code': 'your own code',
    'dependency-added': 'new modules',
    'dependency-removed': 'removed modules',
    'dependency-changed': 'modules in another version',
    'dependency-same': 'modules in the same version',
    go: 'the standard library',
    'standard-library': 'the standard library',
    flags: 'build flags',
    'embedded-files': 'embedded files',
    'c-code': 'C code',
    padding: 'padding',
    unowned: 'bytes of no known package',
  },
  patchOfGo: (change) => `the standard library, ${change}`,
};
