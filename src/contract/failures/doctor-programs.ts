import { said } from '../said.ts';

const developer = {
  en: {
    missing: (path: string) => `does not exist: ${path}`,
    'no-compiler': (path: string) => `has no compiler: ${path}`,
    'no-licence': () => 'cannot be used before the licence of Xcode is accepted',
  },
  'zh-CN': {
    missing: (path: string) => `不存在：${path}`,
    'no-compiler': (path: string) => `中没有编译器：${path}`,
    'no-licence': () => '需要先接受 Xcode 许可协议才能使用',
  },
};

/** Programs of others that Go needs, and how it reaches the network. */
export const doctorProgramFailures = {
  'doctor.cgo-off': said<{ needs: string; file: string | null }>('failed', {
    en: ({ needs, file }) => ({
      message: `cgo is turned off (CGO_ENABLED=0), but ${needs} needs it.`,
      hint: file
        ? '`burrow env unset CGO_ENABLED` takes the line out.'
        : 'Unset CGO_ENABLED where it is set: `burrow env explain CGO_ENABLED` looks for the line.',
    }),
    'zh-CN': ({ needs, file }) => ({
      message: `cgo 已关闭（CGO_ENABLED=0），但 ${needs} 需要它。`,
      hint: file
        ? '`burrow env unset CGO_ENABLED` 可移除该行。'
        : '请在设置处取消 CGO_ENABLED：`burrow env explain CGO_ENABLED` 会查找所在行。',
    }),
  }),
  'doctor.no-c-compiler': said<{
    name: string;
    isSet: boolean;
    needs: { package: string; required: boolean } | null;
  }>('failed', {
    en: ({ name, isSet, needs }) => ({
      message: `The C compiler ${isSet ? `of CC, ${name},` : name} is not there${needs ? `, and ${needs.package} ${needs.required ? 'needs' : 'uses'} it` : ''}.`,
      hint: isSet
        ? 'Set CC to a compiler that is installed, or unset it: `burrow env explain CC` looks for the line.'
        : 'Install a C compiler, for cgo.',
    }),
    'zh-CN': ({ name, isSet, needs }) => ({
      message: `找不到${isSet ? ` CC 指定的 C 编译器 ${name}` : ` C 编译器 ${name}`}${needs ? `，而 ${needs.package} ${needs.required ? '需要' : '会用到'}它` : ''}。`,
      hint: isSet
        ? '请将 CC 设为已安装的编译器，或取消设置：`burrow env explain CC` 会查找所在行。'
        : '请安装 C 编译器，供 cgo 使用。',
    }),
  }),
  'doctor.foreign-compiler': said<{ name: string; file: string; product: string }>('failed', {
    en: ({ name, file, product }) => ({
      message: `cgo uses the C compiler of ${product}: ${file} is the first ${name} on PATH.`,
      hint: "It may not find the headers and libraries of this system. Put the system's folders first on PATH, or set CC to the right one, such as /usr/bin/cc.",
    }),
    'zh-CN': ({ name, file, product }) => ({
      message: `cgo 使用的是 ${product} 的 C 编译器：PATH 中第一个 ${name} 是 ${file}。`,
      hint: '它可能找不到本机的头文件和库。请将系统目录放在 PATH 前面，或将 CC 设为正确的编译器，例如 /usr/bin/cc。',
    }),
  }),
  'doctor.no-command-line-tools': said('failed', {
    en: () => ({
      message: "Apple's command-line tools are not installed.",
      hint: 'Without them there is no C compiler for cgo, and no git.',
    }),
    'zh-CN': () => ({
      message: '尚未安装 Apple 命令行工具。',
      hint: '没有它们就没有 cgo 所需的 C 编译器，也没有 git。',
    }),
  }),
  'doctor.command-line-tools': said<{
    path: string;
    state: keyof (typeof developer)['en'];
    isSet: boolean;
  }>('failed', {
    en: ({ path, state, isSet }) => ({
      message: `The folder of Apple's developer tools ${developer.en[state](path)}.`,
      hint:
        state === 'no-licence'
          ? 'Until then, clang and git fail.'
          : isSet
            ? 'clang and git fail. DEVELOPER_DIR names the folder: unset it.'
            : 'clang and git fail, as they do after some updates of macOS. If the command does not help, install the tools again: `xcode-select --install`.',
    }),
    'zh-CN': ({ path, state, isSet }) => ({
      message: `Apple 开发者工具的文件夹${developer['zh-CN'][state](path)}。`,
      hint:
        state === 'no-licence'
          ? '在此之前，clang 和 git 会失败。'
          : isSet
            ? 'clang 和 git 会失败。该文件夹由 DEVELOPER_DIR 指定，请取消设置。'
            : 'clang 和 git 会失败，某些 macOS 更新之后会出现这种情况。如果该命令无效，请重新安装工具：`xcode-select --install`。',
    }),
  }),
  'doctor.no-pkg-config': said<{ program: string; names: string[] }>('failed', {
    en: ({ program, names }) => ({
      message: `${program} is not there, and this project needs it for ${names.join(', ')}.`,
      hint: 'cgo asks it where C libraries are. Install it.',
    }),
    'zh-CN': ({ program, names }) => ({
      message: `找不到 ${program}，而当前项目需要用它查找 ${names.join('、')}。`,
      hint: 'cgo 通过它查找 C 库的位置。请安装它。',
    }),
  }),
  'doctor.pkg-config-missing': said<{ name: string; searches: boolean }>('failed', {
    en: ({ name, searches }) => ({
      message: `This project needs the C library ${name}, which pkg-config does not know.`,
      hint: searches
        ? `Install the package with the file ${name}.pc, mostly named …-dev: the command finds it.`
        : `Install it with its files for development, or add the folder of ${name}.pc to PKG_CONFIG_PATH.`,
    }),
    'zh-CN': ({ name, searches }) => ({
      message: `当前项目需要 C 库 ${name}，但 pkg-config 找不到它。`,
      hint: searches
        ? `请安装含有 ${name}.pc 的软件包（名称多以 -dev 结尾），该命令可以查到。`
        : `请安装该库及其开发文件，或将 ${name}.pc 所在文件夹加入 PKG_CONFIG_PATH。`,
    }),
  }),
  'doctor.netrc-open': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `Other users of this machine can read the passwords in ${path}.`,
      hint: 'Go and git send them to module hosts. Keep the file to yourself.',
    }),
    'zh-CN': ({ path }) => ({
      message: `本机其他用户可以读取 ${path} 中的密码。`,
      hint: 'Go 和 git 会将其发送给模块主机。请只允许自己读取该文件。',
    }),
  }),
  'doctor.no-git': said('failed', {
    en: () => ({
      message: 'git is not installed.',
      hint: 'Go needs it for modules that it does not get from a proxy, such as private ones, and to note the commit in programs.',
    }),
    'zh-CN': () => ({
      message: '尚未安装 git。',
      hint: '对于不经代理获取的模块（如私有模块），以及在程序中记录提交，Go 都需要它。',
    }),
  }),
  'doctor.git-owner': said<{ repository: string }>('failed', {
    en: ({ repository }) => ({
      message: `git does not read ${repository}, because it belongs to another user.`,
      hint: '`go build` fails there with "error obtaining VCS status: exit status 128". If you trust the repository, say so to git.',
    }),
    'zh-CN': ({ repository }) => ({
      message: `git 拒绝读取 ${repository}，因为它属于其他用户。`,
      hint: '`go build` 会在那里报 “error obtaining VCS status: exit status 128”。如果您信任该仓库，请告知 git。',
    }),
  }),
  'doctor.proxy-not-there': said<{ name: string; value: string }>('failed', {
    en: ({ name, value }) => ({
      message: `Nothing answers at ${value}, the proxy of ${name} on this machine.`,
      hint: 'Go sends every download there, and all fail. Start the proxy program, or unset the variable.',
    }),
    'zh-CN': ({ name, value }) => ({
      message: `${name} 指定的本机代理 ${value} 没有响应。`,
      hint: 'Go 的所有下载都会经过它，因此都会失败。请启动代理程序，或取消该变量。',
    }),
  }),
  'doctor.proxy-unusable': said<{ name: string; value: string }>('failed', {
    en: ({ name, value }) => ({
      message: `${name}=${value} is not the address of a proxy.`,
      hint: 'Write it as http://127.0.0.1:7890 or socks5://127.0.0.1:1080.',
    }),
    'zh-CN': ({ name, value }) => ({
      message: `${name}=${value} 不是代理地址。`,
      hint: '请写成 http://127.0.0.1:7890 或 socks5://127.0.0.1:1080 的形式。',
    }),
  }),
  'doctor.all-proxy': said<{ name: string; value: string }>('failed', {
    en: ({ name, value }) => ({
      message: `Go does not use the proxy of ${name}=${value}.`,
      hint: 'It reads HTTPS_PROXY and HTTP_PROXY. Set HTTPS_PROXY to the same address if Go should use it.',
    }),
    'zh-CN': ({ name, value }) => ({
      message: `Go 不会使用 ${name}=${value} 指定的代理。`,
      hint: 'Go 读取的是 HTTPS_PROXY 和 HTTP_PROXY。如需 Go 使用该代理，请将 HTTPS_PROXY 设为相同地址。',
    }),
  }),
};
