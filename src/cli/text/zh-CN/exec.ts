import type { Text } from '../text.ts';

export const exec: Text['exec'] = {
  help: {
    summary: '用此文件夹的 Go 运行命令',
    go: '改用此版本',
    command: '命令及其参数，写在 -- 之后',
  },
};
