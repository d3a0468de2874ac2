import type { Text } from '../text.ts';

export const machine: Text['machine'] = {
  help: {
    summary: '显示处理器、系统和 shell',
  },
  system: '系统',
  processor: '处理器',
  translated: '此进程在 Rosetta 下运行',
  libc: 'C 库',
  shells: 'Shell',
  loginShell: '登录 Shell',
  home: 'Burrow 主目录',
  version: 'Burrow',
};
