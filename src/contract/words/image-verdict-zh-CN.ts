import type { ImageVerdictTexts } from './image-verdict-texts.ts';

const sides = { a: '尚未读取 A', b: '尚未读取 B', both: '两者都尚未读取' };

export const zhCN: ImageVerdictTexts = {
  measure: {
    compressedBytes: '压缩后 {}',
    fileBytes: '文件总大小 {}',
    tarBytes: 'tar 总大小 {}',
    engineReported: '引擎所报大小 {}',
  },
  withFiles: (size, files) => `${size}，${files}`,
  reason: {
    'same-image': () => '两者是同一个镜像',
    'same-layers': ({ differs }) =>
      differs.length === 0 ? '各层完全相同' : `各层完全相同，只有配置不同：${differs.join('、')}`,
    'image-stage': ({ a, b }) => `构建阶段由 ${a} 改为 ${b}`,
    'same-files': () => '文件完全相同，各层仅在时间或划分方式上不同',
    'file-metadata': ({ files }, { number }) => `只有 ${number(files)} 个文件的属主、权限或链接不同`,
    'base-image': ({ a, b, bytes }, { change }) => {
      const by = bytes === null || bytes === 0 ? '' : ` ${change(bytes)}`;
      if (a === 'scratch') return `新用了基础镜像${b === null ? '' : ` ${b}`}${by}`;
      if (b === 'scratch') return `不再使用基础镜像${a === null ? '' : ` ${a}`}${by}`;
      if (a === null || b === null) return `换了基础镜像${by}`;
      return a === b ? `基础镜像${by}（${b} 的另一个构建）` : `基础镜像${by}（${a} → ${b}）`;
    },
    'image-file': ({ path, how, bytes, again }, { change }) => {
      const what = { added: '（新增）', removed: '（移除）', changed: '' }[how];
      const grown = bytes === 0 ? path : `${path} ${change(bytes)}${what}`;
      if (again === null) return grown;
      if (again.bytes < 0) return `${grown}，不再重复存储（${change(again.bytes)}）`;
      const since = again.step === null ? '' : `自 \`${again.step}\` 起`;
      return `${grown}，${since}存了两份（${change(again.bytes)}）`;
    },
    'image-folder': ({ path, how, files, bytes }, { change, number }) => {
      const what = { added: '新增 ', removed: '移除 ', changed: '改动 ', mixed: '' }[how];
      return `${path} ${change(bytes)}（${what}${number(files)} 个文件）`;
    },
    'files-differ': ({ files, first }, { number }) =>
      files === 1 ? `${first} 的内容不同` : `${number(files)} 个文件的内容不同，例如 ${first}`,
    'hidden-file': ({ path, step, bytes }, { change }) => {
      if (bytes < 0) return `${path} ${change(bytes)}，此前虽被后面的步骤删除，镜像中仍存有它`;
      return `${path} ${change(bytes)}，已被${step === null ? '后面的步骤' : ` \`${step}\` `}删除，但镜像中仍存有它`;
    },
    'still-stored': ({ files, step, bytes }, { number, size }) =>
      `${step === null ? '后面的步骤' : `\`${step}\` `}删除的 ${number(files)} 个文件（${size(bytes)}）仍存于镜像中`,
    'distribution-packages': ({ added, removed, changed, first }, { number }) => {
      const { name, a, b } = first;
      const named = a !== null && b !== null ? `${name} ${a} → ${b}` : `${name} ${b ?? a ?? ''}`.trim();
      if (added + removed + changed === 1) {
        return `${a === null ? '新增' : b === null ? '移除' : ''}软件包 ${named}`;
      }
      const counts = [
        ...(changed > 0 ? [`${number(changed)} 个版本有变`] : []),
        ...(added > 0 ? [`新增 ${number(added)} 个`] : []),
        ...(removed > 0 ? [`移除 ${number(removed)} 个`] : []),
      ];
      const how =
        counts.length === 1 || (a !== null && b !== null) ? '' : a === null ? '（新增）' : '（移除）';
      return `软件包：${counts.join('，')}，例如 ${named}${how}`;
    },
    'files-unread': ({ side }) => `不清楚哪些文件有差别，因为${sides[side]}`,
  },
};
