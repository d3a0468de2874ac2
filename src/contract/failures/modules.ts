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
  'modules.go-fails': said<{ command: string; detail: string }>('failed', {
    en: (p) => ({ message: `\`${p.command}\` failed:\n${p.detail}`, hint: 'Nothing was changed.' }),
    'zh-CN': (p) => ({ message: `\`${p.command}\` 失败：\n${p.detail}`, hint: '未做任何更改。' }),
  }),
  /** `modules`: those that are named, as `path@version`. */
  'modules.not-cached': said<{ modules: string[]; detail: string }>('failed', {
    en: (p) => ({
      message: `${p.modules.length > 0 ? p.modules.join(', ') : 'A module'} is not in the module cache:\n${p.detail}`,
      hint: 'Add `--online` to let Go download what is missing, or run `go mod download`.',
    }),
    'zh-CN': (p) => ({
      message: `模块缓存中没有${p.modules.length > 0 ? ` ${p.modules.join('、')}` : '所需的模块'}：\n${p.detail}`,
      hint: '加上 `--online` 让 Go 下载缺少的内容，或运行 `go mod download`。',
    }),
  }),
};
