import type { ParseKeys } from 'i18next';

/**
 * The label of each kind of command, and more words by which it is found in any language of the app: first the word for
 * what it does, in English and Chinese, then what else people call it.
 */
export const commandWords = {
  overview: ['shell.page.overview', 'overview 概览 home start dashboard which go 首页 主页'],
  toolchains: ['shell.page.toolchains', 'toolchains 工具链 versions installed list 版本 已安装'],
  environment: [
    'shell.page.environment',
    'environment 环境 shell profile zshrc bashrc fish path 配置文件 终端',
  ],
  tools: ['shell.page.tools', 'tools 工具 go install rebuild gopls 重建'],
  builds: ['shell.page.builds', 'builds 构建记录 history size trend images 历史 大小 趋势'],
  images: ['shell.page.images', 'images 镜像 container layers files 容器 层 文件'],
  modules: [
    'shell.page.modules',
    'modules 模块 go.mod dependencies vendor licence license why tidy 依赖 许可证',
  ],
  doctor: ['shell.page.doctor', 'doctor 诊断 health check problems findings fix repair 检查 问题 修复'],
  compare: ['commands.compare', 'compare 比较 builds images diff difference 对比 差异'],
  setup: [
    'shell.page.setup',
    'setup 设置向导 set up first start getting started shell install undo everything 初始设置 入门',
  ],
  settings: [
    'shell.page.settings',
    'settings 设置 preferences options source mirror keyboard 偏好 选项 镜像 来源',
  ],
  shortcuts: ['commands.shortcuts', 'keyboard 快捷键 shortcuts keys help 帮助 按键'],
  openProject: ['commands.openProject', 'open 打开 project folder add 项目 文件夹 添加'],
  allProjects: ['commands.allProjects', 'all 所有项目 projects show every 全部'],
  install: ['commands.install', 'install 安装 go download add version new 下载 新版本'],
  installVersion: ['commands.installVersion', 'install 安装 download 下载'],
  adopt: ['commands.adopt', 'adopt 接管 existing import asdf goenv gvm homebrew mise sdk 导入 已有'],
  pin: ['commands.pin', 'pin 固定 use switch version .go-version 使用 切换'],
  unpin: ['commands.unpin', 'unpin 取消固定 remove pin unset delete 解除 移除'],
  makeDefault: ['commands.makeDefault', 'default 默认 make global use switch 全局 切换'],
  verify: ['commands.verify', 'verify 校验 check files checksum repair integrity 验证 修复 检查'],
  smoke: ['commands.smoke', 'try 试用 smoke test hello 测试'],
  remove: ['commands.remove', 'remove 移除 uninstall delete forget toolchain 卸载 删除'],
  prune: ['commands.prune', 'free 释放空间 space prune clean cache disk gc 清理 磁盘 缓存'],
  build: ['commands.build', 'build 构建 compile run go build program 编译 运行'],
  recordProgram: [
    'commands.recordProgram',
    'record 记录程序 program binary file inspect add 记录 程序 二进制',
  ],
  recordImage: ['commands.recordImage', 'image 记录镜像 record container docker podman 容器 镜像 记录'],
  openEditor: [
    'commands.openEditor',
    'editor 编辑器 open in code vscode goland cursor zed sublime 打开 代码',
  ],
  openTerminal: ['commands.openTerminal', 'terminal 终端 open in shell console 打开 命令行'],
  forgetProject: ['projects.forget', 'forget 移除项目 remove project list delete 忘记 删除'],
  variables: ['commands.variables', 'variables 变量 go env GOFLAGS GOPATH GOPRIVATE set unset 环境变量'],
  proxies: [
    'commands.proxies',
    'proxy 代理 module proxies GOPROXY GOSUMDB checksum database goproxy.cn mirror 校验和数据库',
  ],
  undo: ['commands.undo', 'undo 撤销 last change restore revert profile journal 恢复 还原'],
  snapshots: [
    'commands.snapshots',
    'snapshots 快照 drift baseline diff compare machine past history 历史 基线',
  ],
} as const satisfies Record<string, readonly [ParseKeys, string]>;

export type CommandKind = keyof typeof commandWords;
