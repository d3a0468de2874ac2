import type { ImageVerdictTexts } from './image-verdict-texts.ts';

const sides = { a: 'A was not read', b: 'B was not read', both: 'neither was read' };

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function countOf(count: number, words: string, number: (count: number) => string): string[] {
  return count === 0 ? [] : [`${number(count)} ${words}`];
}

export const en: ImageVerdictTexts = {
  measure: {
    compressedBytes: '{} compressed',
    fileBytes: '{} of files',
    tarBytes: '{} as tar',
    engineReported: '{} as the engine reports it',
  },
  withFiles: (size, files) => `${size}, ${files}`,
  reason: {
    'same-image': () => 'Both are the same image',
    'same-layers': ({ differs }) =>
      differs.length === 0
        ? 'the layers are the same'
        : `the layers are the same; only the configuration differs: ${list(differs)}`,
    'image-stage': ({ a, b }) => `built from the stage ${b} instead of ${a}`,
    'same-files': () => 'the files are the same; the layers differ only in times or in how they are divided',
    'file-metadata': ({ files }, { number }) =>
      files === 1
        ? 'only the owner, mode or link of one file differs'
        : `only owners, modes or links of ${number(files)} files differ`,
    'base-image': ({ a, b, bytes }, { change }) => {
      const by = bytes === null || bytes === 0 ? '' : ` ${change(bytes)}`;
      if (a === 'scratch') return `the base image${b === null ? '' : ` ${b}`}${by}, new`;
      if (b === 'scratch') return `the base image${a === null ? '' : ` ${a}`}${by}, removed`;
      if (a === null || b === null) return `another base image${by}`;
      return a === b ? `the base image${by}, another build of ${b}` : `the base image${by}, ${a} → ${b}`;
    },
    'image-file': ({ path, how, bytes, again }, { change }) => {
      const what = { added: ', new', removed: ', removed', changed: '' }[how];
      const grown = bytes === 0 ? path : `${path} ${change(bytes)}${what}`;
      if (again === null) return grown;
      if (again.bytes < 0) return `${grown}, no longer stored twice (${change(again.bytes)})`;
      const since = again.step === null ? '' : ` since \`${again.step}\``;
      return `${grown}, stored twice${since} (${change(again.bytes)})`;
    },
    'image-folder': ({ path, how, files, bytes }, { change, number }) => {
      const what = { added: ' added', removed: ' removed', changed: ' changed', mixed: '' }[how];
      return `${path} ${change(bytes)} (${number(files)} ${files === 1 ? 'file' : 'files'}${what})`;
    },
    'files-differ': ({ files, first }, { number }) =>
      files === 1 ? `${first} differs` : `${number(files)} files differ, such as ${first}`,
    'hidden-file': ({ path, step, bytes }, { change }) => {
      if (bytes < 0) return `${path} ${change(bytes)}, which was stored though a later step removed it`;
      return `${path} ${change(bytes)}, which ${step === null ? 'a later step' : `\`${step}\``} removes and the image still stores`;
    },
    'still-stored': ({ files, step, bytes }, { number, size }) => {
      const which = files === 1 ? 'a file' : `${number(files)} files`;
      return `${size(bytes)} of ${which} that ${step === null ? 'later steps remove' : `\`${step}\` removes`} are still stored`;
    },
    'distribution-packages': ({ added, removed, changed, first }, { number }) => {
      const { name, a, b } = first;
      const named = a !== null && b !== null ? `${name} ${a} → ${b}` : `${name} ${b ?? a ?? ''}`.trim();
      if (added + removed + changed === 1) {
        return `the package ${named}${a === null ? ', new' : b === null ? ', removed' : ''}`;
      }
      const counts = [
        ...countOf(changed, 'in another version', number),
        ...countOf(added, 'new', number),
        ...countOf(removed, 'removed', number),
      ];
      const how =
        counts.length === 1 || (a !== null && b !== null) ? '' : a === null ? ' (new)' : ' (removed)';
      return `packages: ${counts.join(', ')}, such as ${named}${how}`;
    },
    'files-unread': ({ side }) => `which files differ is not known, because ${sides[side]}`,
  },
};
