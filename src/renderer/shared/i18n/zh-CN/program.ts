import type { Texts } from '../texts.ts';

export const program: Texts['program'] = {
  builtAt: { vcs: '提交于 {{day}}', file: '文件日期 {{day}}' },
  owned: '字节的归属',
  embedded: '嵌入文件',
  origin: {
    title: '按来源统计的代码',
    hint: 'Go 会把一个包的代码内联到其他包的函数中。这里计入编写它的包。',
    package: '包',
    written: '在此编写',
    elsewhere: '其中内联到别处',
  },
  runs: '运行条件',
  older: '该程序由较早的 Burrow 读取。重新记录文件即可查看其组成和运行条件。',
  without_other: '{{count}} 个模块在程序中没有代码：{{names}}',
  linking: { static: '静态链接', dynamic: '动态链接' },
  glibc: '需要 glibc {{version}} 或更新版本',
  musl: { yes: '可在 musl 上运行', no: '不能在 musl 上运行' },
  libraries_other: '加载 {{count}} 个库：{{names}}',
  pie: { yes: '位置无关', no: '非位置无关' },
  relro: { none: '无 RELRO', partial: '部分 RELRO', full: '完整 RELRO' },
  executableStack: '可执行栈',
  race: '启用了竞态检测',
  trimpath: '不含本地路径（-trimpath）',
  fips140: 'FIPS 140 模块 {{version}}',
  signed: { yes: '带有签名（未检验）', no: '没有签名' },
};
