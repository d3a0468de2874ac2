import type { Text } from '../text.ts';

export const completion: Text['completion'] = {
  help: {
    summary: '输出在 Shell 中补全 `burrow` 的脚本',
    shell: '脚本适用的 shell',
  },
};
