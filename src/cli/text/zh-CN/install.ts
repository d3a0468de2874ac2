import type { Text } from '../text.ts';

export const install: Text['install'] = {
  help: {
    summary: '安装一个 Go 版本，与其他版本并存',
    version: '1.26.1、1.26（其最新补丁）或 latest',
    from: 'official、proxy、source（在本机构建）、镜像名（aliyun、hust、nju、ustc）、URL，或归档文件的路径',
  },
  phase: {
    resolving: '正在查询',
    waiting: '等待另一个 Burrow 进程完成安装',
    downloading: '正在下载',
    verifying: '正在校验',
    unpacking: '正在解压',
    building: '正在构建',
    finishing: '正在收尾',
    checking: '正在比对文件',
  },
  bytesOf: (done, total) => `${done} / ${total}`,
  stepOf: (step, steps) => `第 ${step} 步，共 ${steps} 步`,
  built: (bootstrap, took, log) => `由 ${bootstrap} 构建，用时 ${took}；日志：${log}`,
  warning: (message) => `警告：${message}`,
  identical: '它与官方索引中适用于本机的归档逐位一致。',
  done: (version, path) => `${version} 已安装：${path}`,
  already: (version, path) => `${version} 早已安装：${path}`,
  onTheWay: '固定的 Go 尚未安装。由于已开启设置 installMissing，现在安装。',
  isDefault: '它已成为默认版本：没有指定其他版本的文件夹都使用它。',
  shimsHint: (line) =>
    `要在每个终端中使用 \`go\` 和 \`burrow\`，请运行 \`burrow shell apply\`：它会先显示对配置文件的改动，并且可以撤销。也可以自行将下面这行加入 Shell 配置文件，然后打开新的终端：\n  ${line}`,
  shimsBehind: (file, line) =>
    `在当前的 PATH 中，${file} 排在 Burrow 的 shim 之前。要在每个终端中使用 Burrow 的 go，请运行 \`burrow shell apply\`，或自行将下面这行加到 Shell 配置文件末尾：\n  ${line}`,
};
