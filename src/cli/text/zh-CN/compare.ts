import { zhCN as words } from '#contract/words/zh-CN';
import type { Text } from '../text.ts';

export const compare: Text['compare'] = {
  help: {
    summary: '显示两次构建之间的变化及其原因',
    a: '一次构建（b1），或带斜杠的程序文件（./old）',
    b: '另一次构建；省略时，将 <a> 与它的前一次构建比较',
    markdown: '输出 Markdown，用于拉取请求',
    csv: '每个包输出一行：模块、包、A 的字节数、B 的字节数、变化',
    html: '另外写出一份可在任何地方打开的报告；不会替换已有文件',
    force: '替换 --html 指定的文件',
  },
  buildTime: '构建耗时',
  change: '变化',
  buckets: '字节的去向',
  packages: '按包看变化',
  written: (file) => `报告已写入 ${file}。`,
  inApp: (link) => `在应用中查看：${link}`,
  layers: '层',
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
