import { said } from '../said.ts';

/** A project's modules. */
export const moduleFailures = {
  'modules.none': said<{ dir: string }>('failed', {
    en: (p) => ({
      message: `There is no go.mod in ${p.dir} or above it.`,
      hint: 'Go to a Go project, or make one here: `go mod init example.com/name`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.dir} 及其上级目录中没有 go.mod。`,
      hint: '请进入一个 Go 项目，或在此新建：`go mod init example.com/name`。',
    }),
  }),
  /** `detail`: Go's own words, with file and line where it names them. */
  'modules.go-fails': said<{ command: string; output: string }>('failed', {
    en: (p) => ({ message: `\`${p.command}\` failed:\n${p.output}`, hint: 'Nothing was changed.' }),
    'zh-CN': (p) => ({ message: `\`${p.command}\` 失败：\n${p.output}`, hint: '未做任何更改。' }),
  }),
  /** `modules`: those that are named, as `path@version`. */
  'modules.not-cached': said<{ modules: string[]; output: string }>('failed', {
    en: (p) => ({
      message: `${p.modules.length > 0 ? p.modules.join(', ') : 'A module'} is not in the module cache:\n${p.output}`,
      hint: 'Add `--online` to let Go download what is missing, or run `go mod download`.',
    }),
    'zh-CN': (p) => ({
      message: `模块缓存中没有${p.modules.length > 0 ? ` ${p.modules.join('、')}` : '所需的模块'}：\n${p.output}`,
      hint: '加上 `--online` 让 Go 下载缺少的内容，或运行 `go mod download`。',
    }),
  }),
  'modules.unknown': said<{ target: string }>('failed', {
    en: (p) => ({
      message: `Neither a module nor a package of this project is called ${p.target}.`,
      hint: 'Run `burrow modules` to list the modules.',
    }),
    'zh-CN': (p) => ({
      message: `此项目中没有名为 ${p.target} 的模块或包。`,
      hint: '运行 `burrow modules` 列出模块。',
    }),
  }),
  'modules.not-imported': said<{ target: string; program: string }>('failed', {
    en: (p) => ({
      message: `${p.program} does not import ${p.target}, so it is already without it.`,
      hint: 'Run `burrow modules` to see which modules are in the program.',
    }),
    'zh-CN': (p) => ({
      message: `${p.program} 没有导入 ${p.target}，本就不含它。`,
      hint: '运行 `burrow modules` 查看程序包含哪些模块。',
    }),
  }),
  'modules.several-programs': said<{ programs: string[] }>('failed', {
    en: (p) => ({
      message:
        p.programs.length > 0
          ? `This project has several programs: ${p.programs.join(', ')}.`
          : 'There is no main package here, so there is no program to build.',
      hint: 'Name one main package after the module: `burrow try-without MODULE ./cmd/server`.',
    }),
    'zh-CN': (p) => ({
      message:
        p.programs.length > 0
          ? `此项目有多个程序：${p.programs.join('、')}。`
          : '这里没有 main 包，因此没有可构建的程序。',
      hint: '请在模块之后指定一个 main 包：`burrow try-without 模块 ./cmd/server`。',
    }),
  }),
  /** `which`: the program as it is, or without the module. */
  'modules.rebuild-failed': said<{ which: 'with' | 'without'; output: string }>('failed', {
    en: (p) => ({
      message: `${p.which === 'with' ? 'The program does not build as it is' : 'The program does not build without it'}:\n${p.output}`,
      hint: 'Nothing in the project was changed.',
    }),
    'zh-CN': (p) => ({
      message: `${p.which === 'with' ? '程序目前无法构建' : '去掉它之后程序无法构建'}：\n${p.output}`,
      hint: '项目未做任何更改。',
    }),
  }),
};
