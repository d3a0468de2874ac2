import type { Text } from '../text.ts';

export const imageRecord: Text['imageRecord'] = {
  summary: '读取镜像及其文件，并记入历史',
  image: '引擎中的镜像，或归档、文件夹的路径',
  noFiles: '只记录引擎提供的信息，不读取文件',
  platform: '镜像含多个平台时要读取的平台：linux/arm64',
  preparing: '正在等待镜像（引擎准备大镜像需要几分钟）',
  reading: '正在读取镜像',
  entries: (count) => `${count} 个文件`,
  already: (id) => `此镜像已记录为 ${id}。`,
};
