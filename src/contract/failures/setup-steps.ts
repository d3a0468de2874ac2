import { said } from '../said.ts';
import { shellWord } from '../shell-word.ts';
import { formatBytes, formatDuration } from '../units.ts';

/** What the steps of the set-up do, and did. */
export const setupStepFailures = {
  'setup.installs': said<{ version: string; bytes: number | null; done: boolean }>('failed', {
    en: ({ version, bytes, done }) => ({
      message: done
        ? `${version} is installed and verified.`
        : `Downloads ${version}${bytes === null ? '' : ` (${formatBytes(bytes, 'en')})`}, verifies and unpacks it.`,
      hint: '',
    }),
    'zh-CN': ({ version, bytes, done }) => ({
      message: done
        ? `${version} 已安装并通过验证。`
        : `下载 ${version}${bytes === null ? '' : `（${formatBytes(bytes, 'zh-CN')}）`}，验证并解压。`,
      hint: '',
    }),
  }),
  'setup.sets-default': said<{ version: string; done: boolean }>('failed', {
    en: ({ version, done }) => ({
      message: `${done ? 'Made' : 'Makes'} ${version} the default, which runs in folders that ask for no version.`,
      hint: '',
    }),
    'zh-CN': ({ version, done }) => ({
      message: `${done ? '已将' : '将'} ${version} 设为默认版本，在未指定版本的文件夹中运行。`,
      hint: '',
    }),
  }),
  'setup.adopts': said<{ version: string; path: string; done: boolean }>('failed', {
    en: ({ version, path, done }) => ({
      message: `${done ? 'Adopted' : 'Adopts'} ${version} in ${path}. Its files stay as they are.`,
      hint: '',
    }),
    'zh-CN': ({ version, path, done }) => ({
      message: `${done ? '已接管' : '接管'} ${path} 中的 ${version}。其文件保持不变。`,
      hint: '',
    }),
  }),
  'setup.measures': said<{ value: string | null; isSet: boolean }>('failed', {
    en: ({ value, isSet }) => ({
      message: isSet
        ? `Downloads one small module through ${value}, which stays as you set it.`
        : `Downloads one small module through ${value ?? "Go's default"}, and through the presets if that does not answer.`,
      hint: '',
    }),
    'zh-CN': ({ value, isSet }) => ({
      message: isSet
        ? `通过 ${value} 下载一个小模块，该设置保持不变。`
        : `通过 ${value ?? 'Go 的默认值'} 下载一个小模块；如无响应，再通过各预设下载。`,
      hint: '',
    }),
  }),
  'setup.sets-proxy': said<{ value: string | null; ms: number | null; done: boolean }>('failed', {
    en: ({ value, ms, done }) => ({
      message:
        value === null
          ? `${done ? 'Removed' : 'Removes'} GOPROXY from Go's file, so that Go's default applies.`
          : `${done ? 'Set' : 'Sets'} GOPROXY to ${value}${ms === null ? '' : `, which answers in ${ms} ms while Go's default does not answer`}.`,
      hint: '',
    }),
    'zh-CN': ({ value, ms, done }) => ({
      message:
        value === null
          ? `${done ? '已从' : '从'} Go 的文件中移除 GOPROXY，使用 Go 的默认值。`
          : `${done ? '已将' : '将'} GOPROXY 设为 ${value}${ms === null ? '' : `：它在 ${ms} 毫秒内响应，而 Go 的默认值没有响应`}。`,
      hint: '',
    }),
  }),
  'setup.keeps-proxy': said<{ value: string | null; ms: number | null }>('failed', {
    en: ({ value, ms }) => ({
      message: `Modules come through ${value ?? "Go's default"}${ms === null ? '' : ` (${ms} ms)`}: GOPROXY stays as it is.`,
      hint: '',
    }),
    'zh-CN': ({ value, ms }) => ({
      message: `模块经由 ${value ?? 'Go 的默认值'} 下载${ms === null ? '' : `（${ms} 毫秒）`}：GOPROXY 保持不变。`,
      hint: '',
    }),
  }),
  'setup.makes-project': said<{ dir: string; done: boolean }>('failed', {
    en: ({ dir, done }) => ({
      message: `${done ? 'Created' : 'Creates'} ${dir} with a go.mod and a main.go that says hello.`,
      hint: done ? `Try it: \`cd ${shellWord(dir)} && go run .\`` : '',
    }),
    'zh-CN': ({ dir, done }) => ({
      message: `${done ? '已创建' : '创建'} ${dir}，内含 go.mod 和一个输出问候的 main.go。`,
      hint: done ? `试一试：\`cd ${shellWord(dir)} && go run .\`` : '',
    }),
  }),
  'setup.adds-project': said<{ dir: string; done: boolean }>('failed', {
    en: ({ dir, done }) => ({
      message: `${done ? 'Added' : 'Adds'} ${dir} to Burrow's list of projects. Nothing in it is changed.`,
      hint: '',
    }),
    'zh-CN': ({ dir, done }) => ({
      message: `${done ? '已将' : '将'} ${dir} 加入 Burrow 的项目列表。其中的内容不会更改。`,
      hint: '',
    }),
  }),
  'setup.links': said<{ dir: string; done: boolean }>('failed', {
    en: ({ dir, done }) => ({
      message: `${done ? 'Created' : 'Creates'} a path for editors that always points to the Go of ${dir}.`,
      hint: '',
    }),
    'zh-CN': ({ dir, done }) => ({
      message: `${done ? '已创建' : '创建'}一个供编辑器使用的路径，始终指向 ${dir} 的 Go。`,
      hint: '',
    }),
  }),
  'setup.edits-profiles': said<{ files: string[]; done: boolean }>('failed', {
    en: ({ files, done }) => ({
      message: `${done ? 'Put' : 'Puts'} \`go\` and \`burrow\` first in PATH, in ${files.join(', ')}.`,
      hint: done ? 'Open a new terminal for it to take effect.' : '',
    }),
    'zh-CN': ({ files, done }) => ({
      message: `${done ? '已' : ''}在 ${files.join('、')} 中将 \`go\` 和 \`burrow\` 置于 PATH 最前。`,
      hint: done ? '打开新的终端即可生效。' : '',
    }),
  }),
  'setup.starts-shell': said<{ shell: string }>('failed', {
    en: ({ shell }) => ({
      message: `Starts a new login shell (${shell}), and builds and runs a first program there.`,
      hint: '',
    }),
    'zh-CN': ({ shell }) => ({
      message: `启动新的登录 Shell（${shell}），并在其中构建和运行第一个程序。`,
      hint: '',
    }),
  }),
  'setup.works': said<{ shell: string; version: string; output: string; ms: number }>('failed', {
    en: ({ shell, version, output, ms }) => ({
      message: `A new login shell (${shell}) runs ${version}. A program built and run there in ${formatDuration(ms, 'en')} says: ${output}`,
      hint: '',
    }),
    'zh-CN': ({ shell, version, output, ms }) => ({
      message: `新的登录 Shell（${shell}）运行 ${version}。在其中构建并运行程序用时 ${formatDuration(ms, 'zh-CN')}，输出：${output}`,
      hint: '',
    }),
  }),
  'setup.undone': said<{ step: string }>('failed', {
    en: ({ step }) => ({ message: `What the step "${step}" did is undone.`, hint: '' }),
    'zh-CN': ({ step }) => ({ message: `步骤“${step}”所做的更改已撤销。`, hint: '' }),
  }),
};
