import type { manual as en } from '../en/manual.ts';

export const manual: typeof en = {
  sections: {
    name: '名称',
    synopsis: '概要',
    description: '描述',
    options: '选项',
    commands: '命令',
    exitStatus: '退出状态',
    environment: '环境变量',
    files: '文件',
    examples: '示例',
    seeAlso: '参见',
  },
  title: 'Burrow 手册',
  name: '安装 Go，并在各个 Go 版本之间切换',
  description: [
    'Burrow 并排安装多个 Go 版本，并在每个文件夹中运行正确的版本：其 shims 文件夹中的 go 和 gofmt 读取文件夹在 .go-version、go.mod、.tool-versions 或 mise.toml 中要求的版本，没有要求时运行默认版本。',
    '它还显示 Go 所见的环境，修改前可以预览、修改后可以撤销，并保存构建与镜像的历史。',
  ],
  everyCommand: '除 --version 外，所有命令都接受以下选项。',
  exitStatus: {
    done: '完成。',
    failed: '失败；消息会说明原因。',
    usage: '用法错误。',
    found: '检查发现了问题。',
    notInstalled: '所需的 Go 未安装。',
    cancelled: '已取消。',
  },
  environment: {
    BURROW_HOME: 'Burrow 存放全部内容的位置，代替 ~/.burrow。须为绝对路径。',
    BURROW_GO: '所有文件夹使用的 Go 版本：1.26.1 或 system。',
    NO_COLOR: '设置后输出不带颜色。',
    'LC_ALL, LC_MESSAGES, LANG': '输出语言；--lang 优先。',
  },
  files: {
    '~/.burrow/shims': 'burrow、go、gofmt，以及每个已安装版本的命令；应位于 PATH 的最前面。',
    '~/.burrow/toolchains': '已安装的 Go 版本。',
    '~/.burrow/env.sh, ~/.burrow/env.fish': 'Shell 配置中的 Burrow 代码块所读取的文件。',
    '~/.burrow/completions': '在 zsh、bash 和 fish 中补全 burrow 的脚本。',
    '.go-version': '文件夹及其子文件夹使用的 Go 版本。',
  },
  examples: {
    'burrow install latest': '安装最新的稳定版 Go。',
    'burrow use 1.26.1': '为此文件夹固定版本。',
    'burrow current --explain': '说明此处运行哪个 Go，以及原因。',
    'burrow shell apply': '预览后将 Burrow 放到 PATH 的最前面。',
    'burrow env explain GOPROXY': '说明变量的含义，以及由谁设置。',
    'burrow proxy test': '测量正在使用的模块代理。',
  },
};
