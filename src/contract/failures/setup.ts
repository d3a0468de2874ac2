import { type Reason, said } from '../said.ts';
import { shellWord } from '../shell-word.ts';

/** A start of a shell, or of an app, which uses none. */
interface Start {
  /** `zsh`; null: an app. */
  shell: string | null;
}

const startNames = {
  en: ({ shell }: Start) => (shell === null ? 'an app from the Dock' : `a new terminal with ${shell}`),
  'zh-CN': ({ shell }: Start) => (shell === null ? '从程序坞启动的应用' : `使用 ${shell} 的新终端`),
};

/** How a C compiler or Git comes onto a system. */
const installs: Readonly<Record<string, string>> = {
  darwin: 'xcode-select --install',
  'linux apt-get cc': 'sudo apt-get install build-essential',
  'linux apt-get git': 'sudo apt-get install git',
  'linux dnf cc': 'sudo dnf install gcc',
  'linux dnf git': 'sudo dnf install git',
  'linux apk cc': 'sudo apk add build-base',
  'linux apk git': 'sudo apk add git',
  'linux pacman cc': 'sudo pacman -S base-devel',
  'linux pacman git': 'sudo pacman -S git',
  'linux zypper cc': 'sudo zypper install gcc',
  'linux zypper git': 'sudo zypper install git',
};

/** `with`: the program that installs packages here; null: none that is known. */
interface Missing {
  os: string;
  with: string | null;
}

function commandFor({ os, with: program }: Missing, what: 'cc' | 'git'): string | null {
  return (os === 'darwin' ? installs['darwin'] : installs[`${os} ${program ?? ''} ${what}`]) ?? null;
}

function hints(missing: Missing, what: 'cc' | 'git') {
  const command = commandFor(missing, what);
  const name = what === 'cc' ? 'gcc' : 'git';
  return command === null
    ? { en: `Install ${name} if you need it.`, 'zh-CN': `如有需要，请安装 ${name}。` }
    : { en: `To install it: \`${command}\``, 'zh-CN': `安装命令：\`${command}\`` };
}

/** What the set-up finds. */
export const setupFailures = {
  'setup.translated-terminal': said<{ terminal: string | null }>('failed', {
    en: ({ terminal }) => ({
      message: `This terminal runs under Rosetta, so where a program has builds for both, the one for Intel is started here. Burrow installs Go for Apple silicon all the same.`,
      hint: `Quit ${terminal ?? 'the terminal'}, select it in the Finder, choose File → Get Info, turn off "Open using Rosetta", and open it again. If that is off, a shell for Intel was started in it: \`chsh -s /bin/zsh\` makes the system's own the login shell.`,
    }),
    'zh-CN': ({ terminal }) => ({
      message:
        '此终端在 Rosetta 下运行，因此在其中启动的程序若同时有两种版本，运行的是 Intel 版本。Burrow 仍会安装适用于 Apple 芯片的 Go。',
      hint: `请退出${terminal === null ? '终端' : ` ${terminal} `}，在“访达”中选中它，选择“文件 → 显示简介”，取消勾选“使用 Rosetta 打开”，然后重新打开。如果该项未勾选，则是其中启动了 Intel 版本的 Shell：\`chsh -s /bin/zsh\` 可将系统自带的 Shell 设为登录 Shell。`,
    }),
  }),
  'setup.no-c-compiler': said<Missing>('failed', {
    en: (missing) => ({
      message: 'There is no C compiler: packages that use cgo, and the race detector, do not work.',
      hint: hints(missing, 'cc').en,
    }),
    'zh-CN': (missing) => ({
      message: '没有 C 编译器：使用 cgo 的包和竞态检测器无法工作。',
      hint: hints(missing, 'cc')['zh-CN'],
    }),
  }),
  'setup.no-git': said<Missing>('failed', {
    en: (missing) => ({
      message: 'There is no Git: modules that come straight from a repository cannot be downloaded.',
      hint: hints(missing, 'git').en,
    }),
    'zh-CN': (missing) => ({
      message: '没有 Git：无法下载直接来自代码仓库的模块。',
      hint: hints(missing, 'git')['zh-CN'],
    }),
  }),
  'setup.other-go-first': said<Start & { go: string; version: string | null }>('failed', {
    en: ({ go, version, ...start }) => ({
      message: `In ${startNames.en(start)}, ${go}${version === null ? '' : ` (${version})`} runs, and not the Go that Burrow selects.`,
      hint:
        start.shell === null
          ? "Apps do not read the profiles of shells: set the path in the editor's settings, or start it from a terminal."
          : '`burrow env consistency` names the line that puts it first; `burrow shell findings` offers to turn it off.',
    }),
    'zh-CN': ({ go, version, ...start }) => ({
      message: `在${startNames['zh-CN'](start)}中运行的是 ${go}${version === null ? '' : `（${version}）`}，而不是 Burrow 选择的 Go。`,
      hint:
        start.shell === null
          ? '应用不读取 Shell 的配置文件：请在编辑器的设置中指定路径，或从终端启动它。'
          : '`burrow env consistency` 会指出使其排在最前的那一行；`burrow shell findings` 可将其停用。',
    }),
  }),
  'setup.no-go-in-start': said<Start>('failed', {
    en: (start) => ({
      message: `In ${startNames.en(start)}, there is no \`go\`.`,
      hint:
        start.shell === null
          ? "Apps do not read the profiles of shells: set the path in the editor's settings, or start it from a terminal."
          : "`burrow shell apply` puts Burrow's folder into PATH.",
    }),
    'zh-CN': (start) => ({
      message: `在${startNames['zh-CN'](start)}中没有 \`go\`。`,
      hint:
        start.shell === null
          ? '应用不读取 Shell 的配置文件：请在编辑器的设置中指定路径，或从终端启动它。'
          : '`burrow shell apply` 会将 Burrow 的文件夹加入 PATH。',
    }),
  }),
  'setup.no-known-shell': said<{ shell: string | null }>('failed', {
    en: ({ shell }) => ({
      message: `${shell === null ? 'No login shell is known here' : `The login shell is ${shell}`}, and Burrow edits the profiles of zsh, bash, fish and sh.`,
      hint: 'Name one that you use: `burrow setup --yes --shell bash`. `burrow shell status` shows the lines for other shells.',
    }),
    'zh-CN': ({ shell }) => ({
      message: `${shell === null ? '无法得知登录 Shell' : `登录 Shell 是 ${shell}`}，而 Burrow 只编辑 zsh、bash、fish 和 sh 的配置文件。`,
      hint: '请指定一个您使用的 Shell：`burrow setup --yes --shell bash`。`burrow shell status` 会显示其他 Shell 所需的行。',
    }),
  }),
  'setup.editor-setting': said<{ editor: string; file: string; line: number; name: string; value: string }>(
    'failed',
    {
      en: ({ editor, file, line, name, value }) => ({
        message: `${editor} does not use the terminal's Go: ${file}:${line} sets ${name} to ${value}.`,
        hint: `Remove that line, and reload the window.`,
      }),
      'zh-CN': ({ editor, file, line, name, value }) => ({
        message: `${editor} 使用的不是终端中的 Go：${file}:${line} 将 ${name} 设为 ${value}。`,
        hint: '请删除该行，并重新加载窗口。',
      }),
    },
  ),
  'setup.default-unknown': said<{ wanted: string }>('failed', {
    en: ({ wanted }) => ({
      message: `The default is ${wanted}, which is not installed.`,
      hint: `Install it with \`burrow install ${shellWord(wanted)}\`, or make another version the default.`,
    }),
    'zh-CN': ({ wanted }) => ({
      message: `默认版本为 ${wanted}，但尚未安装。`,
      hint: `请用 \`burrow install ${shellWord(wanted)}\` 安装，或将其他版本设为默认。`,
    }),
  }),
  'setup.nothing-installed': said('failed', {
    en: () => ({
      message: 'There is no Go to select yet.',
      hint: 'Do the step "toolchain" first.',
    }),
    'zh-CN': () => ({ message: '还没有可选择的 Go。', hint: '请先完成“工具链”步骤。' }),
  }),
  'setup.no-network': said<{ why: Reason }>('failed', {
    en: ({ why }, say) => ({
      message: `Go cannot be downloaded: ${say(why).message}`,
      hint: 'With a network, go on with `burrow setup`. Behind a firewall, use a mirror: `burrow setup --from nju`. Without a network, download an archive of Go on another machine, from https://go.dev/dl/, and give the file: `burrow setup --from ./go1.26.1.linux-amd64.tar.gz`',
    }),
    'zh-CN': ({ why }, say) => ({
      message: `无法下载 Go：${say(why).message}`,
      hint: '连接网络后，运行 `burrow setup` 可继续。如受防火墙限制，可使用镜像：`burrow setup --from nju`。如无网络，请在另一台机器上从 https://go.dev/dl/ 下载 Go 的归档文件，然后指定该文件：`burrow setup --from ./go1.26.1.linux-amd64.tar.gz`',
    }),
  }),
  'setup.no-proxy-answers': said<{ value: string | null }>('failed', {
    en: ({ value }) => ({
      message:
        value === null
          ? "Neither Go's download site nor a known module proxy answers."
          : `No module can be downloaded through ${value}, nor through a preset.`,
      hint: 'Check the network. `burrow proxy test goproxy.cn` shows what a proxy answers.',
    }),
    'zh-CN': ({ value }) => ({
      message:
        value === null
          ? 'Go 的下载站点和已知的模块代理均无响应。'
          : `通过 ${value} 以及各预设均无法下载模块。`,
      hint: '请检查网络。`burrow proxy test goproxy.cn` 会显示代理的响应。',
    }),
  }),
  'setup.proxy-fails': said<{ value: string; file: string | null }>('failed', {
    en: ({ value, file }) => ({
      message: `Modules cannot be downloaded through ${value}, which ${file ?? 'the environment'} sets.`,
      hint: 'It is left as you set it. `burrow proxy test` shows what it answers, and `burrow proxy use goproxy.cn` sets another.',
    }),
    'zh-CN': ({ value, file }) => ({
      message: `无法通过 ${file ?? '环境变量'}中设置的 ${value} 下载模块。`,
      hint: '该设置保持不变。`burrow proxy test` 会显示其响应，`burrow proxy use goproxy.cn` 可改用其他代理。',
    }),
  }),
  'setup.unknown-preset': said<{ preset: string; presets: string[] }>('usage', {
    en: ({ preset, presets }) => ({
      message: `"${preset}" is no preset of GOPROXY.`,
      hint: `Use one of these: ${presets.join(', ')}`,
    }),
    'zh-CN': ({ preset, presets }) => ({
      message: `“${preset}”不是 GOPROXY 的预设。`,
      hint: `请使用其中之一：${presets.join('、')}`,
    }),
  }),
  'setup.hello-failed': said<{ shell: string; output: string }>('failed', {
    en: ({ shell, output }) => ({
      message: `In a new login shell (${shell}), a first program could not be built and run: ${output}`,
      hint: '`burrow env consistency` compares what your shells run; `burrow verify` checks the files of the toolchain.',
    }),
    'zh-CN': ({ shell, output }) => ({
      message: `在新的登录 Shell（${shell}）中无法构建并运行第一个程序：${output}`,
      hint: '`burrow env consistency` 会比较各个 Shell 运行的版本；`burrow verify` 会检查工具链的文件。',
    }),
  }),
  'setup.folder-in-use': said<{ dir: string }>('failed', {
    en: ({ dir }) => ({
      message: `${dir} already exists, and has no go.mod.`,
      hint: 'Choose a folder that does not exist yet, or one with a go.mod.',
    }),
    'zh-CN': ({ dir }) => ({
      message: `${dir} 已存在，且其中没有 go.mod。`,
      hint: '请选择一个尚不存在的文件夹，或一个含有 go.mod 的文件夹。',
    }),
  }),
  'setup.preview-outdated': said('failed', {
    en: () => ({
      message: 'What this step would do has changed since it was shown. Nothing was done.',
      hint: 'Look at it again.',
    }),
    'zh-CN': () => ({
      message: '自上次显示以来，这一步将执行的操作已有变化。未执行任何操作。',
      hint: '请重新查看。',
    }),
  }),
  'setup.undo-outdated': said('failed', {
    en: () => ({
      message: 'What would be removed has changed since it was shown. Nothing was removed.',
      hint: 'Run it again.',
    }),
    'zh-CN': () => ({
      message: '自上次显示以来，将要移除的内容已有变化。未移除任何内容。',
      hint: '请重新运行。',
    }),
  }),
  'setup.changed-since': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `${path} was changed since the set-up made it, and is kept.`,
      hint: 'Delete it yourself if you do not need it.',
    }),
    'zh-CN': ({ path }) => ({
      message: `${path} 自设置过程创建后已被更改，因此予以保留。`,
      hint: '如不需要，请自行删除。',
    }),
  }),
  'setup.history-kept': said<{ builds: number; path: string }>('failed', {
    en: ({ builds, path }) => ({
      message: `The history has ${builds === 1 ? '1 recorded build' : `${builds} recorded builds`}. It is kept, in ${path}.`,
      hint: 'Delete it yourself if you do not need it.',
    }),
    'zh-CN': ({ builds, path }) => ({
      message: `历史中有 ${builds} 次已记录的构建，保留在 ${path} 中。`,
      hint: '如不需要，请自行删除。',
    }),
  }),
  'setup.running-from': said<{ path: string }>('failed', {
    en: ({ path }) => ({ message: `Burrow itself runs from ${path}, which is kept.`, hint: '' }),
    'zh-CN': ({ path }) => ({ message: `Burrow 自身从 ${path} 运行，因此予以保留。`, hint: '' }),
  }),
  'setup.not-burrows': said<{ path: string }>('failed', {
    en: ({ path }) => ({ message: `${path} is not Burrow's, and is kept.`, hint: '' }),
    'zh-CN': ({ path }) => ({ message: `${path} 不属于 Burrow，因此予以保留。`, hint: '' }),
  }),
};
