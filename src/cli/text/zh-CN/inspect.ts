import type { Text } from '../text.ts';

export const inspect: Text['inspect'] = {
  help: {
    summary: '显示一个 Go 程序的内容',
  },
  target: '目标',
  compiler: '编译器',
  go: 'Go',
  main: '包',
  size: '大小',
  stripped: '已去除符号',
  yes: '是',
  no: '否',
  modules: '模块',
  standardLibrary: '标准库',
  code: '代码',
  slices: '程序',
  notKnown: '未知',
  notGo: '不是 Go 程序',
  notRecorded: '未记录：程序中没有构建信息',
  packagesMissing: {
    'no-table': '无法得知包含哪些包：程序中既没有函数表，也没有 Go 的符号。',
    'unknown-table': '无法得知包含哪些包：函数表不是 Go 的任何一种格式，garble 等混淆工具会改动它。',
    damaged: '无法得知包含哪些包：函数表已损坏。',
    inconsistent: '无法得知包含哪些包：函数表所记的代码多于程序实际含有的代码。',
  },
};
