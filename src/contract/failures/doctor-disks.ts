import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { formatBytes } from '../units.ts';

/** What Go or Burrow keeps on a disk. */
export type DiskUse = 'toolchains' | 'build-cache' | 'module-cache' | 'work' | 'project';

const uses = {
  en: {
    toolchains: "Burrow's toolchains",
    'build-cache': "Go's build cache",
    'module-cache': "Go's module cache",
    work: "Go's temporary files",
    project: 'this project',
  },
  'zh-CN': {
    toolchains: 'Burrow 的工具链',
    'build-cache': 'Go 的构建缓存',
    'module-cache': 'Go 的模块缓存',
    work: 'Go 的临时文件',
    project: '当前项目',
  },
} satisfies Record<Locale, Record<DiskUse, string>>;

function list(locale: Locale, given: readonly DiskUse[]): string {
  const words = given.map((use) => uses[locale][use]);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}

const workProblems = {
  en: {
    missing: 'does not exist',
    'no-folder': 'is not a folder',
    'not-writable': 'is not writable by you',
  },
  'zh-CN': { missing: '不存在', 'no-folder': '不是文件夹', 'not-writable': '您没有写入权限' },
} satisfies Record<Locale, Record<string, string>>;

/** Disks and mounts. */
export const doctorDiskFailures = {
  'doctor.disk-full': said<{ path: string; bytes: number; uses: DiskUse[]; none: boolean }>('failed', {
    en: ({ path, bytes, uses: on, none }) => ({
      message: `Only ${formatBytes(bytes, 'en')} are free for ${list('en', on)} (${path}).`,
      hint: `${none ? 'Builds fail there' : 'The next toolchain or large build may not fit'}. Make room, or move the folder to another disk.`,
    }),
    'zh-CN': ({ path, bytes, uses: on, none }) => ({
      message: `${list('zh-CN', on)}所在磁盘（${path}）仅剩 ${formatBytes(bytes, 'zh-CN')}。`,
      hint: `${none ? '在此处构建会失败' : '可能放不下下一个工具链或大型构建'}。请释放空间，或将该文件夹移到其他磁盘。`,
    }),
  }),
  'doctor.disk-files': said<{ path: string; files: number; uses: DiskUse[] }>('failed', {
    en: ({ path, files, uses: on }) => ({
      message: `The disk of ${list('en', on)} (${path}) can take only ${files} more files.`,
      hint: 'It looks full to programs although bytes are free; a Go alone has 15,000 files. Delete files, such as old caches.',
    }),
    'zh-CN': ({ path, files, uses: on }) => ({
      message: `${list('zh-CN', on)}所在磁盘（${path}）只能再存放 ${files} 个文件。`,
      hint: '虽然还有剩余空间，但程序会认为磁盘已满；仅一个 Go 就有 15,000 个文件。请删除文件，例如旧缓存。',
    }),
  }),
  'doctor.work-folder': said<{
    path: string;
    name: string | null;
    why: keyof (typeof workProblems)['en'];
  }>('failed', {
    en: ({ path, name, why }) => ({
      message: `Go cannot build: its folder for temporary files, ${name ? `${name}=` : ''}${path}, ${workProblems.en[why]}.`,
      hint: name
        ? `Create it, or change ${name}: \`burrow env explain ${name}\` looks for what sets it.`
        : 'Create it, or set TMPDIR to a folder of yours.',
    }),
    'zh-CN': ({ path, name, why }) => ({
      message: `Go 无法构建：其临时文件夹 ${name ? `${name}=` : ''}${path} ${workProblems['zh-CN'][why]}。`,
      hint: name
        ? `请创建该文件夹，或修改 ${name}：\`burrow env explain ${name}\` 会查找设置它的位置。`
        : '请创建该文件夹，或将 TMPDIR 设为您自己的文件夹。',
    }),
  }),
  'doctor.noexec': said<{ use: DiskUse; path: string; mount: string }>('failed', {
    en: ({ use, path, mount }) => ({
      message: `Programs may not be run from the disk of ${uses.en[use]} (${path}): ${mount} is mounted noexec.`,
      hint:
        use === 'toolchains'
          ? 'No Go of Burrow can run there. Set BURROW_HOME to a folder on another disk.'
          : use === 'work'
            ? '`go run` and `go test` fail with "permission denied". Set GOTMPDIR to a folder on another disk.'
            : '`go run` and `go tool` keep programs there and fail with "permission denied". Set GOCACHE to a folder on another disk.',
    }),
    'zh-CN': ({ use, path, mount }) => ({
      message: `${uses['zh-CN'][use]}所在磁盘（${path}）不允许运行程序：${mount} 以 noexec 方式挂载。`,
      hint:
        use === 'toolchains'
          ? 'Burrow 的 Go 都无法在那里运行。请将 BURROW_HOME 设为其他磁盘上的文件夹。'
          : use === 'work'
            ? '`go run` 和 `go test` 会报 “permission denied”。请将 GOTMPDIR 设为其他磁盘上的文件夹。'
            : '`go run` 和 `go tool` 会将程序存放在那里，并报 “permission denied”。请将 GOCACHE 设为其他磁盘上的文件夹。',
    }),
  }),
  'doctor.network-disk': said<{ mount: string; type: string; uses: DiskUse[] }>('failed', {
    en: ({ mount, type, uses: on }) => ({
      message: `${mount} is a network disk (${type}) and holds ${list('en', on)}.`,
      hint:
        on.includes('toolchains') || on.includes('module-cache')
          ? 'Builds are slow there, and the locks of Go and of Burrow may fail. Set BURROW_HOME, GOMODCACHE and GOCACHE to folders on a disk of this machine.'
          : 'Builds are slow there. A disk of this machine is faster.',
    }),
    'zh-CN': ({ mount, type, uses: on }) => ({
      message: `${mount} 是网络磁盘（${type}），存放着${list('zh-CN', on)}。`,
      hint:
        on.includes('toolchains') || on.includes('module-cache')
          ? '在那里构建较慢，且 Go 和 Burrow 的文件锁可能失效。请将 BURROW_HOME、GOMODCACHE 和 GOCACHE 设为本机磁盘上的文件夹。'
          : '在那里构建较慢，使用本机磁盘会更快。',
    }),
  }),
};
