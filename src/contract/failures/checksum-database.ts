import { said } from '../said.ts';
import { dateHint } from './downloads.ts';
import { systemWords } from './system-words.ts';

/** Verifying a toolchain with the checksum database. */
export const checksumDatabaseFailures = {
  'checksum-database.untrusted': said<{
    url: string;
    reason: 'no-record' | 'not-in-tree' | 'other-module';
  }>('refused', {
    en: (p) => ({
      message: `The answer of ${p.url} does not match the checksum database: ${
        {
          'no-record': 'it is not a checksum database record',
          'not-in-tree': 'the record is not in the signed tree',
          'other-module': 'the record is about another module',
        }[p.reason]
      }.`,
      hint: 'Something on the way may be altering it. Nothing was installed; choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 的应答与校验和数据库不符：${
        {
          'no-record': '它不是校验和数据库的记录',
          'not-in-tree': '记录不在已签名的树中',
          'other-module': '记录对应的是其他模块',
        }[p.reason]
      }。`,
      hint: '中间环节可能篡改了内容。未安装任何东西，请换用其他来源。',
    }),
  }),
  'checksum-database.off': said<{ version: string }>('failed', {
    en: (p) => ({
      message: `${p.version} is not verified: GOSUMDB is off, so the checksum database was not consulted.`,
      hint: 'To verify it, set GOSUMDB to sum.golang.org, remove this Go and install it again.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 未经验证：GOSUMDB 的值为 “off”，因此没有查询校验和数据库。`,
      hint: '如需验证，请将 GOSUMDB 设为 sum.golang.org，移除此版本后重新安装。',
    }),
  }),
  'checksum-database.unreadable': said<{ version: string; gosumdb: string }>('failed', {
    en: (p) => ({
      message: `${p.version} cannot be verified: GOSUMDB is "${p.gosumdb}", which is not a checksum database that Burrow can check.`,
      hint: 'Set GOSUMDB to sum.golang.org, or to the name+hash+key of your own database; `off` installs without verification.',
    }),
    'zh-CN': (p) => ({
      message: `无法验证 ${p.version}：GOSUMDB 的值为 “${p.gosumdb}”，不是可以核对的校验和数据库。`,
      hint: '请将 GOSUMDB 设为 sum.golang.org，或自有数据库的 name+hash+key；设为 off 则不经验证直接安装。',
    }),
  }),
  /** `url`: where the database was queried; early versions did not record it. */
  'checksum-database.unknown': said<{ version: string; database: string; url?: string }>('refused', {
    en: (p) => ({
      message: `${p.version} cannot be verified: the checksum database ${p.database}${p.url ? `, queried at ${p.url},` : ''} has no record of it.`,
      hint: 'Every official Go is recorded in sum.golang.org: this one may not be official, or its record is being hidden. Use another source (`--from official`).',
    }),
    'zh-CN': (p) => ({
      message: `无法验证 ${p.version}：校验和数据库 ${p.database}${p.url ? `（通过 ${p.url} 查询）` : ''} 中没有它的记录。`,
      hint: '官方发布的 Go 都记录在 sum.golang.org 中：它可能不是官方版本，或者有中间环节隐瞒了记录。请换用其他来源（`--from official`）。',
    }),
  }),
  'checksum-database.unreachable': said<{
    version: string;
    database: string;
    url: string;
    problem: string;
  }>('source', {
    en: (p) => ({
      message: `${p.version} cannot be verified: the checksum database ${p.database} could not be reached at ${p.url} (${systemWords(p.problem, 'en')}).`,
      hint:
        dateHint([p.problem], 'en') ??
        'Try again when it can be reached, or choose a module proxy that serves it, or another source (`--from`). With GOSUMDB=off it is installed without verification.',
    }),
    'zh-CN': (p) => ({
      message: `无法验证 ${p.version}：无法通过 ${p.url} 查询校验和数据库 ${p.database}（${systemWords(p.problem, 'zh-CN')}）。`,
      hint:
        dateHint([p.problem], 'zh-CN') ??
        '请在能够连接该数据库时重试，或选择转发该数据库的模块代理或其他来源（`--from`）。设置 GOSUMDB=off 则不经验证直接安装。',
    }),
  }),
  'checksum-database.excluded': said<{ version: string; variable: string; patterns: string }>('failed', {
    en: (p) => ({
      message: `${p.version} is not verified: ${p.variable} (${p.patterns}) excludes golang.org/toolchain, so the checksum database was not consulted.`,
      hint: 'To verify it, remove that pattern, then remove this Go and install it again.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 未经验证：${p.variable}（${p.patterns}）排除了 golang.org/toolchain，因此没有查询校验和数据库。`,
      hint: '如需验证，请去掉该模式，移除此版本后重新安装。',
    }),
  }),
  'checksum-database.not-signed': said<{ url: string; database: string }>('refused', {
    en: (p) => ({
      message: `The answer of ${p.url} is not signed by the checksum database ${p.database}.`,
      hint: 'The signature is forged, or was made with a key other than the one in GOSUMDB. Nothing was installed; choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 的应答没有校验和数据库 ${p.database} 的有效签名。`,
      hint: '签名是伪造的，或出自 GOSUMDB 指定之外的密钥。未安装任何东西，请换用其他来源。',
    }),
  }),
  'checksum-database.forked': said<{ url: string; database: string; seen: string; shown: string }>(
    'refused',
    {
      en: (p) => ({
        message: `The checksum database ${p.database} contradicts itself: the tree at ${p.url} (${p.shown}) is not consistent with the one seen before (${p.seen}). Both are signed.`,
        hint: 'Someone with its key may be showing you other checksums than everyone else. Nothing was installed. Please report this to the Go security team (https://go.dev/security).',
      }),
      'zh-CN': (p) => ({
        message: `校验和数据库 ${p.database} 前后矛盾：${p.url} 给出的树（${p.shown}）与之前见过的树（${p.seen}）不一致，而两者都有签名。`,
        hint: '持有其密钥的人可能在向您展示与他人不同的校验和。未安装任何东西。请向 Go 安全团队报告（https://go.dev/security）。',
      }),
    },
  ),
  'checksum-database.rolled-back': said<{ url: string; database: string; seen: string; shown: string }>(
    'refused',
    {
      en: (p) => ({
        message: `${p.url} shows an older tree of the checksum database ${p.database} (${p.shown}) than the one seen before (${p.seen}), and does not prove that the newer tree extends it.`,
        hint: 'It may be hiding records that were added since. Nothing was installed; choose another source.',
      }),
      'zh-CN': (p) => ({
        message: `${p.url} 给出的校验和数据库 ${p.database} 的树（${p.shown}）比之前见过的（${p.seen}）更旧，且未证明后者由前者增长而来。`,
        hint: '它可能隐瞒了之后新增的内容。未安装任何东西，请换用其他来源。',
      }),
    },
  ),
};
