import type { Text } from '../text.ts';

export const remove: Text['remove'] = {
  help: {
    summary: '移除一个已安装的 Go 版本；对已接管的版本只移除链接',
  },
  confirm: (version, users, isDefault) =>
    `要移除 ${version}${isDefault ? '（您的默认版本）' : ''}${users.length > 0 ? `（${users.join('、')} 正在使用）` : ''}吗？`,
  done: (version, bytes) => `已移除 ${version}，释放了 ${bytes}。`,
  forgotten: (version, from) => `已不再接管 ${version}，其文件仍保留在 ${from}。`,
  kept: '没有移除任何内容。',
};
