import { zhCN as images } from './image-verdict-zh-CN.ts';
import { isAlone, type VerdictTexts } from './verdict-texts.ts';

const sideNames = { a: 'A', b: 'B', both: '两者' };

export const zhCN: VerdictTexts = {
  sentence: (change, statements) =>
    statements.length === 0 ? change : `${change}：${statements.join('；')}`,
  change: (bytes, percent) => (percent === null ? bytes : `${bytes}（${percent}）`),
  sameSize: '大小相同',
  sizesUnknown: '大小无法比较',
  share: (percent, reason) => `${percent} 来自${spaced(reason)}`,
  whole: (reason) => `全部来自${spaced(reason)}`,
  measure: images.measure,
  withFiles: images.withFiles,
  reason: {
    ...images.reason,
    'same-file': () => '两者是同一个文件，逐字节相同',
    'different-programs': ({ a, b }) => `这是两个不同的程序：${a} 与 ${b}`,
    target: ({ a, b }) => `构建目标由 ${a} 改为 ${b}`,
    'debug-info': ({ kept, percent }) =>
      isAlone({ percent })
        ? `${kept ? '保留了' : '去掉了'}调试信息`
        : `${kept ? '保留下来的' : '去掉的'}调试信息`,
    symbols: ({ kept, percent }) =>
      isAlone({ percent })
        ? `${kept ? '保留了' : '去掉了'}符号表`
        : `${kept ? '保留下来的' : '去掉的'}符号表`,
    flags: ({ added, removed, percent }) =>
      [
        ...(added.length > 0 ? [`启用${isAlone({ percent }) ? '了' : ''} ${added.join(' ')}`] : []),
        ...(removed.length > 0 ? [`不再使用 ${removed.join(' ')}`] : []),
      ].join('，'),
    cgo: ({ enabled, percent }) => `${enabled ? '启用' : '停用'}${isAlone({ percent }) ? '了' : ''} cgo`,
    go: ({ a, b }, { go }) => `Go ${go(a)} → ${go(b)}`,
    'standard-library': ({ added }) => (added === null ? '标准库' : `标准库（新用到 ${added}）`),
    dependencies: (of, { module }) => {
      const { how, count, importers, from } = of;
      const name = module(of);
      if (from !== null) return `${name}（原为 ${from}）`;
      if (count > 1) {
        const those = {
          added: '新增的',
          removed: '移除的',
          changed: '版本有变的',
          same: '版本未变的',
        }[how];
        return `${those} ${count} 个模块，其中 ${name} 最多`;
      }
      const by = importers.length > 0 ? `，由 ${importers.join('、')} 引入` : '';
      return {
        added: `本次新增的 ${name}${by}`,
        removed: `已移除的 ${name}`,
        changed: name,
        same: `版本未变的 ${name}`,
      }[how];
    },
    'own-code': ({ part }) => (part === null ? '您自己的代码' : `您自己的代码，主要在 ${part}`),
    'own-code-unchanged': () => '您的代码没有变化',
    'same-commit': ({ dirty }) => `提交相同，但${dirty ? '' : '可能'}有未提交的改动`,
    'embedded-files': ({ added, removed, changed, largest }) =>
      added + removed + changed === 1
        ? `${added ? '新增的' : removed ? '移除的' : '有改动的'}嵌入文件 ${largest}`
        : `嵌入文件（${[
            ...(added ? [`新增 ${added} 个`] : []),
            ...(removed ? [`移除 ${removed} 个`] : []),
            ...(changed ? [`改动 ${changed} 个`] : []),
          ].join('，')}），其中 ${largest} 最多`,
    'c-code': ({ part }) => (part === null ? 'C 代码' : `C 代码，主要在 ${part}`),
    padding: () => '文件各部分之间的对齐填充',
    unowned: ({ path }) => path ?? '不属于任何已知包的字节',
    layer: ({ step }) => `\`${step}\` 这一层`,
    'packages-unknown': ({ side }) =>
      `无法读取${side === 'both' ? '两者' : ` ${sideNames[side]} `}的包，因此不清楚哪些包有变化`,
    'modules-unknown': ({ side }) => `${side === 'both' ? '两者都' : `${sideNames[side]} `}没有记录模块`,
    'code-only': () => '其中一个由较早的 Burrow 分析，因此按包只比较机器码',
    'nothing-recorded-differs': () =>
      '提交、Go、构建选项和模块都相同；有差别的内容没有记录，例如被 Git 忽略的文件或某个环境变量',
  },
  named: {
    'dependency-added': (name) => `新增的 ${name}`,
    'dependency-removed': (name) => `已移除的 ${name}`,
  },
  replacement: ({ name, change, isNew }) =>
    isNew ? `由${spaced(name)} 取代（${change}）` : `取代了${spaced(name)}（${change}）`,
  against: (name, change) => `部分被${spaced(name)}（${change}）抵消`,
  cause: {
    'own-code': '您自己的代码',
    'dependency-added': '新增的模块',
    'dependency-removed': '移除的模块',
    'dependency-changed': '版本有变的模块',
    'dependency-same': '版本未变的模块',
    go: '标准库',
    'standard-library': '标准库',
    flags: '构建选项',
    'embedded-files': '嵌入文件',
    'c-code': 'C 代码',
    padding: '对齐填充',
    unowned: '不属于任何已知包的字节',
  },
  patchOfGo: (change) => `${change} 的标准库`,
};

/** With a space in front of what does not begin with a Chinese character. */
function spaced(text: string): string {
  return /^\p{Script=Han}/u.test(text) ? text : ` ${text}`;
}
