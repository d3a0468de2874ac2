import { zhCN as words } from '#contract/words/zh-CN';
import type { Text } from '../text.ts';

export const compare: Text['compare'] = {
  help: {
    summary: '显示两次构建之间的变化',
  },
  buildTime: '构建耗时',
  change: '变化',
  modules: '模块',
  added: '新增',
  removed: '移除',
  unchanged: (count) => `${count} 个未变`,
  buckets: '字节的去向',
  packages: '按包看变化',
  sections: '段',
  layers: '层',
  nothing: '没有变化。',
  measure: {
    artifactBytes: '文件大小',
    fileBytes: '所含文件的字节数',
    tarBytes: '各层 tar 的字节数',
    compressedBytes: '压缩后的字节数',
    engineReported: '引擎报告的大小',
  },
  setting: words.buildSetting,
  changesUnknown: words.changesUnknown,
};
