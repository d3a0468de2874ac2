import type { Texts } from '../texts.ts';

export const common: Texts['common'] = {
  close: '关闭',
  cancel: '取消',
  copy: '复制',
  copied: '已复制',
  details: '详细信息',
  popup: '选项',
  retry: '重试',
  undo: '撤销',
  dismiss: '移除',
};
