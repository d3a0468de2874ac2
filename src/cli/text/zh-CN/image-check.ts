import type { Text } from '../text.ts';

export const imageCheck: Text['imageCheck'] = {
  summary: '对照限制和 burrow.toml 检查镜像；超出时退出码为 3',
  dir: '从哪个文件夹起向上查找 burrow.toml（默认：当前文件夹）',
  maxSize: '最大大小：60MB、1.5GiB',
  measure: '--max-size 的度量方式：文件内容（默认）、镜像仓库存储的压缩层，或 tar',
  maxWaste: '允许被后面的层遮盖的最大字节数',
  noSecrets: '镜像层、历史和配置中不得发现机密',
  noRoot: '不得以 root 身份运行',
  base: '允许的基础镜像，可多次指定：scratch、debian:12、sha256:…',
  markdown: '以 Markdown 格式输出结果',
  image: '镜像',
  limits: '已检查的限制',
  ok: (limits) => `全部 ${limits} 项限制均符合。`,
  failed: (count) => `发现 ${count} 个问题。`,
  notAll: (count) => `有 ${count} 项无法检查。`,
};
