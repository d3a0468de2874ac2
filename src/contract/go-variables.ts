import type { Locale } from './locale.ts';
import type { VariablePlace } from './managed-variables.ts';

/** What each variable of `go env` means, in a few words (https://pkg.go.dev/cmd/go#hdr-Environment_variables). */
const meanings: Readonly<Record<string, Record<Locale, string>>> = {
  GO111MODULE: { en: 'module mode, or the old GOPATH mode', 'zh-CN': '模块模式或旧的 GOPATH 模式' },
  GOARCH: { en: 'the processor to build for', 'zh-CN': '构建的目标处理器' },
  GOOS: { en: 'the system to build for', 'zh-CN': '构建的目标系统' },
  GOAUTH: { en: 'how Go logs in to module servers', 'zh-CN': 'Go 登录模块服务器的方式' },
  GOBIN: { en: 'where `go install` puts programs', 'zh-CN': '`go install` 存放程序的位置' },
  GOCACHE: { en: 'the folder of the build cache', 'zh-CN': '构建缓存文件夹' },
  GOCACHEPROG: { en: 'a program that serves the build cache', 'zh-CN': '提供构建缓存的程序' },
  GODEBUG: { en: 'switches of the runtime and the standard library', 'zh-CN': '运行时与标准库的开关' },
  GOENV: { en: 'the file that `go env -w` writes', 'zh-CN': '`go env -w` 写入的文件' },
  GOEXE: { en: 'the suffix of programs', 'zh-CN': '程序的文件后缀' },
  GOEXPERIMENT: { en: 'experiments of the compiler and the runtime', 'zh-CN': '编译器与运行时的实验功能' },
  GOFIPS140: { en: 'the FIPS 140 mode of built programs', 'zh-CN': '所构建程序的 FIPS 140 模式' },
  GOFLAGS: { en: 'flags for every go command that knows them', 'zh-CN': '附加给各个 go 命令的标志' },
  GOHOSTARCH: { en: 'the processor of the toolchain', 'zh-CN': '工具链自身的处理器' },
  GOHOSTOS: { en: 'the system of the toolchain', 'zh-CN': '工具链自身的系统' },
  GOINSECURE: {
    en: 'modules that may be fetched without valid TLS',
    'zh-CN': '允许不经有效 TLS 获取的模块',
  },
  GOMOD: { en: 'the go.mod of this folder', 'zh-CN': '此文件夹的 go.mod' },
  GOMODCACHE: { en: 'the folder of the module cache', 'zh-CN': '模块缓存文件夹' },
  GONOPROXY: { en: 'modules that no proxy is asked for', 'zh-CN': '不经代理获取的模块' },
  GONOSUMDB: {
    en: 'modules without a check in the checksum database',
    'zh-CN': '不经校验和数据库检查的模块',
  },
  GOPACKAGESDRIVER: { en: 'the driver that gopls and linters use', 'zh-CN': 'gopls 与检查工具使用的驱动' },
  GOPATH: {
    en: 'the folder of installed programs and of the module cache',
    'zh-CN': '已安装程序与模块缓存所在的文件夹',
  },
  GOPRIVATE: {
    en: 'private modules: no proxy, no checksum database',
    'zh-CN': '私有模块：不经代理，也不查校验和数据库',
  },
  GOPROXY: { en: 'where modules come from', 'zh-CN': '模块的来源' },
  GOROOT: { en: 'the folder of the toolchain', 'zh-CN': '工具链文件夹' },
  GOSUMDB: { en: 'the checksum database', 'zh-CN': '校验和数据库' },
  GOTELEMETRY: { en: 'the mode of telemetry', 'zh-CN': '遥测模式' },
  GOTELEMETRYDIR: { en: 'the folder of telemetry data', 'zh-CN': '遥测数据文件夹' },
  GOTMPDIR: { en: 'the temporary folder of builds', 'zh-CN': '构建使用的临时文件夹' },
  GOTOOLCHAIN: { en: 'which toolchain runs', 'zh-CN': '运行哪个工具链' },
  GOTOOLDIR: { en: 'the folder of the compiler and the linker', 'zh-CN': '编译器与链接器所在的文件夹' },
  GOVCS: { en: 'the version control commands that Go may run', 'zh-CN': '允许 Go 运行的版本控制命令' },
  GOVERSION: { en: 'the version of the toolchain', 'zh-CN': '工具链的版本' },
  GOWORK: { en: 'the go.work of this folder', 'zh-CN': '此文件夹的 go.work' },
  GCCGO: { en: 'the gccgo program', 'zh-CN': 'gccgo 程序' },
  GO386: { en: 'floating point on 386', 'zh-CN': '386 上的浮点方式' },
  GOAMD64: { en: 'the oldest amd64 processor that programs run on', 'zh-CN': '程序所需的最低 amd64 级别' },
  GOARM: { en: 'the ARM level, and its floating point', 'zh-CN': 'ARM 级别及浮点方式' },
  GOARM64: { en: 'the oldest arm64 processor that programs run on', 'zh-CN': '程序所需的最低 arm64 级别' },
  GOMIPS: { en: 'floating point on mips', 'zh-CN': 'mips 上的浮点方式' },
  GOMIPS64: { en: 'floating point on mips64', 'zh-CN': 'mips64 上的浮点方式' },
  GOPPC64: { en: 'the oldest POWER processor that programs run on', 'zh-CN': '程序所需的最低 POWER 级别' },
  GORISCV64: { en: 'the RISC-V profile', 'zh-CN': 'RISC-V 配置' },
  GOWASM: { en: 'features of WebAssembly', 'zh-CN': 'WebAssembly 特性' },
  AR: { en: 'the archiver of gccgo', 'zh-CN': 'gccgo 的归档程序' },
  CC: { en: 'the C compiler of cgo', 'zh-CN': 'cgo 的 C 编译器' },
  CXX: { en: 'the C++ compiler of cgo', 'zh-CN': 'cgo 的 C++ 编译器' },
  FC: { en: 'the Fortran compiler of cgo', 'zh-CN': 'cgo 的 Fortran 编译器' },
  PKG_CONFIG: { en: 'the pkg-config program', 'zh-CN': 'pkg-config 程序' },
  CGO_ENABLED: { en: 'whether cgo is on', 'zh-CN': '是否启用 cgo' },
  GOGCCFLAGS: { en: 'what Go passes to the C compiler', 'zh-CN': 'Go 传给 C 编译器的参数' },
  GO_EXTLINK_ENABLED: { en: 'whether the external linker is used', 'zh-CN': '是否使用外部链接器' },
};

/** The flags of cgo have one meaning for each compiler. */
const cgoFlags: Record<string, Record<Locale, string>> = {
  '': { en: 'flags of cgo for this compiler', 'zh-CN': 'cgo 传给该编译器的标志' },
  _ALLOW: { en: 'further flags that #cgo lines may have', 'zh-CN': '#cgo 行中额外允许的标志' },
  _DISALLOW: { en: 'flags that #cgo lines may not have', 'zh-CN': '#cgo 行中禁止的标志' },
};

/** What a variable means, in one line; null: Burrow does not know it. */
export function meaningOf(name: string, locale: Locale): string | null {
  const [, ending] = /^CGO_(?:C|CPP|CXX|F|LD)FLAGS(_ALLOW|_DISALLOW|)$/.exec(name) ?? [];
  const found = ending === undefined ? meanings[name] : cgoFlags[ending];
  return found?.[locale] ?? null;
}

/** The variables whose meaning is known, without the flags of cgo. */
export const knownVariables = Object.keys(meanings);

/** Variables that Go reads from the process environment alone. */
const ofEnvironment = new Set(['GODEBUG', 'GOENV', 'GOPACKAGESDRIVER', 'GOROOT', 'GOWORK']);
/** Variables that Go works out by itself, or keeps elsewhere: it heeds no place that sets them. */
const workedOut = new Set([
  'GOEXE',
  'GOGCCFLAGS',
  'GOHOSTARCH',
  'GOHOSTOS',
  'GOMOD',
  'GOTELEMETRY',
  'GOTELEMETRYDIR',
  'GOTOOLDIR',
  'GOVERSION',
]);

/** Whether Go has a variable of this name. */
export function isGoVariable(name: string): boolean {
  return meaningOf(name, 'en') !== null;
}

/** Where a variable can be set so that it counts, the usual place first; empty: nowhere. */
export function placesFor(name: string): VariablePlace[] {
  if (workedOut.has(name)) return [];
  return isGoVariable(name) && !ofEnvironment.has(name) ? ['go', 'shell'] : ['shell'];
}

/** Variables with Go's prefix that its programs and its build from source read, and `go env` does not list. */
const ofPrograms = new Set([
  'GOCOVERDIR',
  'GOGC',
  'GOMAXPROCS',
  'GOMEMLIMIT',
  'GORACE',
  'GOROOT_BOOTSTRAP',
  'GOTRACEBACK',
]);

/**
 * Where a variable is set when nobody says where. One that has Go's prefix and that Go does not know counts as Go's,
 * where it is refused: it is more often misspelt than someone's own.
 */
export function usualPlace(name: string): VariablePlace {
  const looksLikeGo = /^(?:GO|CGO_)/.test(name) && !isGoVariable(name) && !ofPrograms.has(name);
  return looksLikeGo ? 'go' : (placesFor(name)[0] ?? 'go');
}
