import type { Text } from '../text.ts';

export const image: Text['image'] = {
  help: {
    summary: '容器镜像',
    list: '列出容器引擎中的镜像',
    inspect: '显示镜像的大小与各层',
    compare: '显示两个已记录镜像之间的变化',
  },
  ref: '镜像',
  id: '编号',
  created: '创建时间',
  size: '大小',
  sizeAs: (what) => `大小（${what}）`,
  platform: '平台',
  engine: '引擎',
  layers: '层',
  notTold: '此引擎未提供',
  empty: '引擎中没有镜像。',
  sizes: {
    fileBytes: '所含文件的字节数',
    tarBytes: '各层 tar 的字节数',
    compressedBytes: '压缩后',
    engineReported: '引擎报告',
  },
};
