import type { ImageSecretKind } from '../image-secret-kinds.ts';
import { said } from '../said.ts';
import { formatBytes } from '../units.ts';
import { secretKinds } from '../words/secret-kinds.ts';

/** What `max-size` of an image counts. */
type Measure = 'compressed' | 'files' | 'tar';

const measures: Record<'en' | 'zh-CN', Record<Measure, string>> = {
  en: { compressed: 'compressed', files: 'of files', tar: 'of layers as tar' },
  'zh-CN': { compressed: '压缩后', files: '文件字节', tar: '各层 tar' },
};

interface Size {
  image: string;
  measure: Measure;
  /** An engine tells it; else Burrow read it. */
  told: boolean;
  bytes: number;
  max: number;
}

interface Base {
  image: string;
  allowed: string;
  distribution: string | null;
}

/** Budgets of images: what `burrow image check` finds, and why it cannot check. */
export const imageBudgetFailures = {
  'image-budget.nothing': said<{ image: string; file: string | null }>('usage', {
    en: (p) => ({
      message:
        p.file === null
          ? `Nothing says what to check ${p.image} against: there is no burrow.toml.`
          : `${p.file} has no [[image]] that is for ${p.image}.`,
      hint: 'Give a limit, as --max-size 60MB or --no-secrets, or write [[image]] and max-size = "60 MB" into burrow.toml.',
    }),
    'zh-CN': (p) => ({
      message:
        p.file === null
          ? `没有可用来检查 ${p.image} 的预算：找不到 burrow.toml。`
          : `${p.file} 中没有适用于 ${p.image} 的 [[image]]。`,
      hint: '请指定一项限制，例如 --max-size 60MB 或 --no-secrets，或在 burrow.toml 中写入 [[image]] 和 max-size = "60 MB"。',
    }),
  }),
  'image-budget.option-invalid': said<{ option: string; value: string; units: readonly string[] }>('usage', {
    en: (p) => ({
      message: `--${p.option} ${p.value || "''"} is not understood.`,
      hint:
        p.option === 'base'
          ? 'A base is written as scratch, debian:12, sha256:… or "Debian GNU/Linux 12*".'
          : `A size is written like 60MB (units: ${p.units.join(', ')}); --measure is compressed, files or tar, and needs --max-size.`,
    }),
    'zh-CN': (p) => ({
      message: `无法理解 --${p.option} ${p.value || "''"}。`,
      hint:
        p.option === 'base'
          ? '基础镜像的写法：scratch、debian:12、sha256:… 或 "Debian GNU/Linux 12*"。'
          : `大小的写法如 60MB（单位：${p.units.join('、')}）；--measure 可为 compressed、files 或 tar，且需要 --max-size。`,
    }),
  }),
  'image-budget.too-large': said<Size>('failed', {
    en: (p) => ({
      message: `${p.image} takes ${formatBytes(p.bytes, 'en')} ${measures.en[p.measure]}, ${formatBytes(p.bytes - p.max, 'en')} more than its budget of ${formatBytes(p.max, 'en')}.`,
      hint: `${p.told ? 'This is what the engine tells; its files were not read.\n' : ''}If this is meant, raise max-size.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.image} 占 ${formatBytes(p.bytes, 'zh-CN')}（${measures['zh-CN'][p.measure]}），超出预算 ${formatBytes(p.max, 'zh-CN')} 达 ${formatBytes(p.bytes - p.max, 'zh-CN')}。`,
      hint: `${p.told ? '这是引擎给出的数值，未读取其文件。\n' : ''}如属预期，请调高 max-size。`,
    }),
  }),
  'image-budget.size-unknown': said<{ image: string; measure: Measure }>('failed', {
    en: (p) => ({
      message: `The size of ${p.image} ${measures.en[p.measure]} is not known, as its layers are stored there without compression.`,
      hint: 'Burrow does not compress them itself, as a registry would do it otherwise. Use measure = "files", or check an archive from a registry.',
    }),
    'zh-CN': (p) => ({
      message: `不知道 ${p.image} 的大小（${measures['zh-CN'][p.measure]}）：其镜像层在该处未经压缩。`,
      hint: 'Burrow 不会自行压缩，因为镜像仓库的压缩结果会不同。请使用 measure = "files"，或检查来自镜像仓库的归档。',
    }),
  }),
  'image-budget.wasted': said<{ image: string; bytes: number; max: number }>('failed', {
    en: (p) => ({
      message: `Later layers hide ${formatBytes(p.bytes, 'en')} of ${p.image}; its budget is ${formatBytes(p.max, 'en')}.`,
      hint: 'Change or remove a file in the step that adds it: COPY --chmod and --chown, and rm in the same RUN.',
    }),
    'zh-CN': (p) => ({
      message: `${p.image} 中有 ${formatBytes(p.bytes, 'zh-CN')} 被后面的层遮盖；预算为 ${formatBytes(p.max, 'zh-CN')}。`,
      hint: '请在添加文件的同一步中修改或删除它：使用 COPY --chmod 与 --chown，并在同一个 RUN 中执行 rm。',
    }),
  }),
  'image-budget.secret': said<{ image: string; kind: ImageSecretKind; where: string; hidden: boolean }>(
    'failed',
    {
      en: (p) => ({
        message: `${p.where} in ${p.image} looks like ${secretKinds.en[p.kind]}${p.hidden ? ', and removing it later does not take it out of the image' : ''}.`,
        hint: 'Whoever has the image can read it. Replace the secret, and give it to a step with RUN --mount=type=secret.',
      }),
      'zh-CN': (p) => ({
        message: `${p.image} 中的 ${p.where} 疑似${secretKinds['zh-CN'][p.kind]}${p.hidden ? '，之后的删除并不会将它从镜像中移除' : ''}。`,
        hint: '拥有该镜像的人都能读取它。请更换该机密，并用 RUN --mount=type=secret 将其提供给构建步骤。',
      }),
    },
  ),
  'image-budget.root': said<{ image: string }>('failed', {
    en: (p) => ({
      message: `${p.image} runs as root.`,
      hint: 'Add USER with another user to the Dockerfile, by number where the image has no /etc/passwd.',
    }),
    'zh-CN': (p) => ({
      message: `${p.image} 以 root 身份运行。`,
      hint: '请在 Dockerfile 中用 USER 指定其他用户；若镜像没有 /etc/passwd，请写用户编号。',
    }),
  }),
  'image-budget.base': said<Base>('failed', {
    en: (p) => ({
      message: `${p.image} is not on an allowed base${p.distribution ? `: it has ${p.distribution}` : ''}.`,
      hint: `Allowed: ${p.allowed}.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.image} 的基础镜像不在允许之列${p.distribution ? `：其中是 ${p.distribution}` : ''}。`,
      hint: `允许：${p.allowed}。`,
    }),
  }),
  'image-budget.base-unknown': said<Base>('failed', {
    en: (p) => ({
      message: `What ${p.image} is based on is not known.`,
      hint: `Record the base (${p.allowed}) with \`burrow image record\`, so that its layers can be compared, or give the image the label org.opencontainers.image.base.name.`,
    }),
    'zh-CN': (p) => ({
      message: `不知道 ${p.image} 的基础镜像是什么。`,
      hint: `请用 \`burrow image record\` 记录基础镜像（${p.allowed}）以便比较镜像层，或为镜像添加标签 org.opencontainers.image.base.name。`,
    }),
  }),
  'image-budget.not-read': said<{ image: string; limits: string }>('failed', {
    en: (p) => ({
      message: `The files of ${p.image} were not read, so not all of its limits could be checked: ${p.limits}.`,
      hint: 'Record it again with its files: `burrow image record`, without --no-files.',
    }),
    'zh-CN': (p) => ({
      message: `未读取 ${p.image} 的文件，因此并非所有限制都已检查：${p.limits}。`,
      hint: '请重新记录并读取其文件：使用 `burrow image record`，不加 --no-files。',
    }),
  }),
};
