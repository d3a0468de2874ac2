import type { Text } from '../text.ts';

export const modulesWhy: Text['modulesWhy'] = {
  help: {
    summary: '显示是哪些导入引入了某个模块或包，以及去掉它能节省多少',
    target: '模块或包的路径',
    program: '要查看的 main 包（默认：最近一次构建的，否则全部）',
    online: '允许 Go 下载缺少的内容',
  },
  path: '导入路径',
  importers: '导入它的包',
  own: '它的包',
  onlyThrough: '仅通过它引入',
  notImported: (target, programs) => `${programs} 没有导入 ${target} 的任何包。`,
  requiredBy: (by) => `它在模块之列，是因为以下模块需要它：${by}`,
  saving: (min, max) => `去掉它至少节省 ${min}，至多 ${max}。`,
  basis: (id, shared) =>
    `依据 ${id} 中的大小：至少是仅通过它引入的部分；至多还包括${shared === 0 ? '不属于任何已知包的字节' : `它与其余部分共用的 ${shared} 个包`}。详见 docs/modules.md。`,
  basisCalls: (id) =>
    `依据 ${id} 中的代码：至少是只有它用到的部分；至多是不能确定另有他用的部分。详见 docs/modules.md。`,
  noSizes: '无法得知能节省多少：历史中没有这个程序。记录它：`burrow build`',
  tryIt: (command) => `实际构建一个不含它的程序：${command}`,
};

export const tryWithout: Text['tryWithout'] = {
  help: {
    summary: '分别按原样和去掉某个模块构建程序并加以比较；不改动项目',
    program: '要构建的 main 包（默认：最近一次构建的）',
  },
  waiting: '正在等待另一个尝试去掉模块的 Burrow 进程。',
  looking: '正在查找使用它的地方',
  blankImport: (path, where) => `去掉对 ${path} 的空白导入（${where}）`,
  tag: (tag, on) => (on ? `加上构建标签 ${tag}` : `去掉构建标签 ${tag}`),
  side: { with: '包含它', without: '不含它' },
  building: { with: '正在按原样构建程序', without: '正在构建不含它的程序' },
  used: (program, target) => `${program} 不能没有 ${target}：以下位置用到了它。`,
  uses: (names) => `使用 ${names}`,
  blank: '空白导入',
  changed: (change, percent, packages) => `去掉它之后 ${change}（${percent}），程序中少了 ${packages} 个包。`,
};
