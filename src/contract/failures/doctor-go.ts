import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { formatBytes } from '../units.ts';

const caches = {
  en: { 'build-cache': 'build cache', 'module-cache': 'module cache' },
  'zh-CN': { 'build-cache': '构建缓存', 'module-cache': '模块缓存' },
} satisfies Record<Locale, Record<string, string>>;

type CacheUse = keyof (typeof caches)['en'];

/** An empty entry of PATH has to be seen. */
function entryList(entries: readonly string[], separator: string): string {
  return entries.map((text) => (text === '' ? '""' : text)).join(separator);
}

/** Go's folders and variables. */
export const doctorGoFailures = {
  'doctor.path-not-absolute': said<{ entries: string[] }>('failed', {
    en: ({ entries }) => ({
      message: `PATH has entries that are not absolute: ${entryList(entries, ', ')}.`,
      hint: 'They mean another folder in each project, which may have programs of its own there; Go refuses to run those. Take them out: `burrow env explain PATH` looks for the line.',
    }),
    'zh-CN': ({ entries }) => ({
      message: `PATH 中有非绝对路径的条目：${entryList(entries, '、')}。`,
      hint: '它们在每个项目中指向不同的文件夹，其中可能有项目自带的程序；Go 会拒绝运行这些程序。请移除它们：`burrow env explain PATH` 会查找所在行。',
    }),
  }),
  'doctor.path-open': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `Every user of this machine can put programs into ${path}, which is in PATH.`,
      hint: 'Take the right away, or take the folder out of PATH: `burrow env explain PATH` looks for the line.',
    }),
    'zh-CN': ({ path }) => ({
      message: `PATH 中的 ${path} 允许本机所有用户放入程序。`,
      hint: '请收回其他用户的写入权限，或将其移出 PATH：`burrow env explain PATH` 会查找所在行。',
    }),
  }),
  'doctor.path-missing': said<{ entries: string[] }>('failed', {
    en: ({ entries }) => ({
      message: `PATH names folders that do not exist: ${entryList(entries, ', ')}.`,
      hint: 'They do no harm. `burrow env explain PATH` looks for the lines.',
    }),
    'zh-CN': ({ entries }) => ({
      message: `PATH 中有不存在的文件夹：${entryList(entries, '、')}。`,
      hint: '它们没有害处。`burrow env explain PATH` 会查找所在行。',
    }),
  }),
  'doctor.cache-owner': said<{ use: CacheUse; path: string; owner: number }>('failed', {
    en: ({ use, path, owner }) => ({
      message: `Go's ${caches.en[use]} ${path} has files of ${owner === 0 ? 'root' : `another user (${owner})`}.`,
      hint: `${owner === 0 ? '`sudo go` leaves such files. ' : ''}Builds fail with "permission denied" when they come upon them. Make them yours.`,
    }),
    'zh-CN': ({ use, path, owner }) => ({
      message: `Go 的${caches['zh-CN'][use]} ${path} 中有属于${owner === 0 ? ' root ' : `其他用户（${owner}）`}的文件。`,
      hint: `${owner === 0 ? '`sudo go` 会留下这样的文件。' : ''}构建遇到它们时会报 “permission denied”。请将其所有者改为您自己。`,
    }),
  }),
  'doctor.cache-shut': said<{ use: CacheUse; path: string }>('failed', {
    en: ({ use, path }) => ({
      message: `Go cannot use its ${caches.en[use]} ${path}: some of its folders do not let you in, or write.`,
      hint: 'Give yourself the rights that Go needs.',
    }),
    'zh-CN': ({ use, path }) => ({
      message: `Go 无法使用其${caches['zh-CN'][use]} ${path}：其中有些文件夹您无法进入或写入。`,
      hint: '请为自己加上 Go 所需的权限。',
    }),
  }),
  'doctor.root-in-home': said<{ home: string }>('failed', {
    en: ({ home }) => ({
      message: `This runs as root, in the home of another user: ${home}.`,
      hint: "What go commands leave in the caches there belongs to root, and the user's own builds fail later. Run them without sudo, or with `sudo -H`.",
    }),
    'zh-CN': ({ home }) => ({
      message: `当前以 root 身份运行，但主目录 ${home} 属于其他用户。`,
      hint: 'go 命令留在缓存中的文件将归 root 所有，该用户之后的构建会失败。请不要使用 sudo，或改用 `sudo -H`。',
    }),
  }),
  'doctor.build-cache-large': said<{ path: string; bytes: number }>('failed', {
    en: ({ path, bytes }) => ({
      message: `Go's build cache ${path} has about ${formatBytes(bytes, 'en')}.`,
      hint: '`go clean -cache` empties it. The next builds compile everything again, and so take longer.',
    }),
    'zh-CN': ({ path, bytes }) => ({
      message: `Go 的构建缓存 ${path} 约占 ${formatBytes(bytes, 'zh-CN')}。`,
      hint: '`go clean -cache` 可将其清空。之后的构建会重新编译全部代码，因此耗时更长。',
    }),
  }),
  'doctor.gopath-is-goroot': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `GOPATH is a Go installation: ${path}.`,
      hint: 'GOPATH is for modules and tools, and must be another folder. Go prints a warning with every command. Unset it: Go uses ~/go.',
    }),
    'zh-CN': ({ path }) => ({
      message: `GOPATH 指向了 Go 的安装目录：${path}。`,
      hint: 'GOPATH 用于存放模块和工具，必须是其他文件夹；否则 Go 每次运行都会给出警告。请取消设置，Go 会使用 ~/go。',
    }),
  }),
  'doctor.gopath-go-mod': said<{ file: string }>('failed', {
    en: ({ file }) => ({
      message: `There is a go.mod in GOPATH itself: ${file}.`,
      hint: 'Some commands of Go stop there, and the others warn. It is mostly left by a `go mod init` in the wrong folder: move it away.',
    }),
    'zh-CN': ({ file }) => ({
      message: `GOPATH 目录本身含有 go.mod：${file}。`,
      hint: 'Go 的部分命令会因此中止，其他命令会给出警告。它多半是在错误的文件夹中运行 `go mod init` 留下的，请将其移走。',
    }),
  }),
  'doctor.tools-not-on-path': said<{ path: string; programs: string[]; count: number }>('failed', {
    en: ({ path, programs, count }) => ({
      message: `${path} is not in PATH, so no terminal finds ${programs.join(', ')}${count > programs.length ? ` and ${count - programs.length} more` : ''}.`,
      hint: '`go install` puts programs there. Add the folder to PATH in your profile.',
    }),
    'zh-CN': ({ path, programs, count }) => ({
      message: `${path} 不在 PATH 中，因此终端找不到 ${programs.join('、')}${count > programs.length ? ` 等 ${count} 个程序` : ''}。`,
      hint: '`go install` 会将程序放在那里。请在 Shell 配置文件中将该文件夹加入 PATH。',
    }),
  }),
  'doctor.mod-vendor': said('failed', {
    en: () => ({
      message: 'GOFLAGS has -mod=vendor for every project.',
      hint: '`go install m@latest` fails with "cannot query module due to -mod=vendor". Go uses a vendor folder by itself where there is one, so the flag can go.',
    }),
    'zh-CN': () => ({
      message: 'GOFLAGS 为所有项目设置了 -mod=vendor。',
      hint: '`go install m@latest` 会报 “cannot query module due to -mod=vendor”。只要存在 vendor 文件夹，Go 就会自动使用，因此可以去掉该标志。',
    }),
  }),
  'doctor.mod-mod': said('failed', {
    en: () => ({
      message: 'GOFLAGS has -mod=mod for every project.',
      hint: '`go build` then changes go.mod and go.sum by itself, and ignores vendor folders.',
    }),
    'zh-CN': () => ({
      message: 'GOFLAGS 为所有项目设置了 -mod=mod。',
      hint: '`go build` 会因此自行修改 go.mod 和 go.sum，并忽略 vendor 文件夹。',
    }),
  }),
  'doctor.modules-off': said('failed', {
    en: () => ({
      message: 'GO111MODULE=off: Go ignores every go.mod.',
      hint: 'Imports are looked for in GOPATH only, and `go install m@latest` fails with "modules disabled by GO111MODULE=off". Unset it where it is set: `burrow env explain GO111MODULE` looks for the line.',
    }),
    'zh-CN': () => ({
      message: 'GO111MODULE=off：Go 会忽略所有 go.mod。',
      hint: 'Go 只在 GOPATH 中查找导入的包，`go install m@latest` 会报 “modules disabled by GO111MODULE=off”。请在设置处将其取消：`burrow env explain GO111MODULE` 会查找所在行。',
    }),
  }),
  'doctor.clock-behind': said<{ now: string; released: string }>('failed', {
    en: ({ now, released }) => ({
      message: `The clock of this machine is wrong: it says ${now}, and a Go of ${released} is already known here.`,
      hint: 'Certificates look as if they were not valid yet, so downloads fail. Set the clock, best by the network.',
    }),
    'zh-CN': ({ now, released }) => ({
      message: `本机时钟不正确：显示为 ${now}，但此处已知 ${released} 发布的 Go。`,
      hint: '证书会被视为尚未生效，因此下载会失败。请校准时钟，最好启用网络对时。',
    }),
  }),
  'doctor.files-from-future': said<{ path: string; at: string; now: string }>('failed', {
    en: ({ path, at, now }) => ({
      message: `${path} was changed in the future: at ${at}, and it is ${now}.`,
      hint: 'The clock is wrong now, or was. With a wrong clock, downloads fail because certificates look invalid. Check it, best by the network.',
    }),
    'zh-CN': ({ path, at, now }) => ({
      message: `${path} 的修改时间在未来：${at}，而现在是 ${now}。`,
      hint: '时钟现在不准，或曾经不准。时钟错误时，证书会被视为无效，导致下载失败。请检查时钟，最好启用网络对时。',
    }),
  }),
};
