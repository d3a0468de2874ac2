import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { formatBytes } from '../units.ts';

type Texts = Record<Locale, Record<string, string>>;

const notArchive = {
  en: {
    'not-tar': 'it is not a tar archive.',
    'no-image': 'it has neither an index.json nor a manifest.json that names an image.',
    'old-docker': 'Docker wrote it before version 1.10, in a format that lacks the digests of the layers.',
    folder: 'this folder has neither an index.json nor a manifest.json that names an image.',
  },
  'zh-CN': {
    'not-tar': '它不是 tar 归档文件。',
    'no-image': '其中没有指明镜像的 index.json 或 manifest.json。',
    'old-docker': '它由 1.10 之前的 Docker 写入，该格式没有镜像层的摘要。',
    folder: '此文件夹中没有指明镜像的 index.json 或 manifest.json。',
  },
} satisfies Texts;

const damaged = {
  en: {
    truncated: 'it ends too early',
    checksum: 'the header of an entry has a wrong checksum',
    number: 'the header of an entry has a number that is none',
    records: 'the extended records of an entry are not valid',
    name: 'a name has a NUL byte',
    compressed: 'its compressed data is not valid',
    json: 'it is not JSON',
    shape: 'it is not what its format demands',
    'link-loop': 'its links lead in a circle',
    sparse: 'it has a sparse file, whose holes Burrow does not read',
    'entry-type': 'it has an entry of a type that container engines do not know',
    encrypted: 'it is encrypted',
    algorithm: 'it is named by another digest than SHA-256',
    'layer-count': 'the configuration names another number of layers than the manifest',
  },
  'zh-CN': {
    truncated: '它过早结束',
    checksum: '某个条目头部的校验和不正确',
    number: '某个条目头部中的数字无效',
    records: '某个条目的扩展记录无效',
    name: '某个名称含有 NUL 字节',
    compressed: '其压缩数据无效',
    json: '它不是 JSON',
    shape: '它不符合格式要求',
    'link-loop': '其链接形成循环',
    sparse: '其中有稀疏文件，Burrow 不读取其空洞',
    'entry-type': '其中有容器引擎不认识的条目类型',
    encrypted: '它已加密',
    algorithm: '它使用了 SHA-256 以外的摘要',
    'layer-count': '配置中的镜像层数与清单不一致',
  },
} satisfies Texts;
export type DamagedWhy = keyof (typeof damaged)['en'];

/** What has a limit, with the limit as a text. */
const limited = {
  en: {
    archiveEntries: (max) => `the archive has more than ${max} entries`,
    layerEntries: (max) => `its layers have more than ${max} entries`,
    nameBytes: (max) => `the names of its files take more than ${formatBytes(max, 'en')}`,
    oneNameBytes: (max) => `a path in it is longer than ${formatBytes(max, 'en')}`,
    documentBytes: (max) => `a manifest, index or configuration is larger than ${formatBytes(max, 'en')}`,
    documentsBytes: (max) => `its manifests and configurations are larger than ${formatBytes(max, 'en')}`,
    indexDepth: (max) => `its indexes are nested more than ${max} levels deep`,
    manifests: (max) => `its indexes name more than ${max} manifests`,
    tarBytes: (max) => `it has more than ${formatBytes(max, 'en')} of content`,
    expansion: (max) => `compressed data expands to more than ${max} times its size`,
  },
  'zh-CN': {
    archiveEntries: (max) => `归档中的条目超过 ${max} 个`,
    layerEntries: (max) => `各层的条目超过 ${max} 个`,
    nameBytes: (max) => `文件名总长超过 ${formatBytes(max, 'zh-CN')}`,
    oneNameBytes: (max) => `其中某个路径长于 ${formatBytes(max, 'zh-CN')}`,
    documentBytes: (max) => `某个清单、索引或配置大于 ${formatBytes(max, 'zh-CN')}`,
    documentsBytes: (max) => `清单与配置总计大于 ${formatBytes(max, 'zh-CN')}`,
    indexDepth: (max) => `索引嵌套超过 ${max} 层`,
    manifests: (max) => `索引指明的清单超过 ${max} 个`,
    tarBytes: (max) => `内容超过 ${formatBytes(max, 'zh-CN')}`,
    expansion: (max) => `压缩数据解压后超过其大小的 ${max} 倍`,
  },
} satisfies Record<Locale, Record<string, (max: number) => string>>;
export type LimitName = keyof (typeof limited)['en'];

/** Reading images from engines, archives and folders. `source` is a path or an engine's reference. */
export const imageContentsFailures = {
  'engine.sends-nothing': said<{ engine: string; minutes: number }>('failed', {
    en: ({ engine, minutes }) => ({
      message: `The container engine at ${engine} was asked for the image and sent nothing for ${minutes} minutes.`,
      hint: 'Restart it, then try again. If its disk is that slow, save the image with `docker save -o` and give the archive.',
    }),
    'zh-CN': ({ engine, minutes }) => ({
      message: `已向位于 ${engine} 的容器引擎请求该镜像，但它 ${minutes} 分钟内没有发送任何内容。`,
      hint: '请重新启动它，然后重试。若磁盘确实很慢，请用 `docker save -o` 保存镜像，再给出该归档。',
    }),
  }),
  'engine.stopped-sending': said<{ engine: string }>('failed', {
    en: ({ engine }) => ({
      message: `The container engine at ${engine} stopped in the middle of the image.`,
      hint: 'It may have been stopped or restarted. Try again.',
    }),
    'zh-CN': ({ engine }) => ({
      message: `位于 ${engine} 的容器引擎在发送镜像的途中停止了。`,
      hint: '它可能已停止或重新启动。请重试。',
    }),
  }),
  'image.not-an-image': said<{ source: string; why: keyof (typeof notArchive)['en'] }>('unreadable', {
    en: ({ source, why }) => ({
      message: `${source} is not an image that Burrow can read: ${notArchive.en[why]}`,
      hint: 'Give an archive of `docker save` or `podman save`, an OCI archive, or the folder of an image.',
    }),
    'zh-CN': ({ source, why }) => ({
      message: `${source} 不是 Burrow 可读取的镜像：${notArchive['zh-CN'][why]}`,
      hint: '请给出 `docker save` 或 `podman save` 的归档、OCI 归档，或镜像文件夹。',
    }),
  }),
  /** `at`: the file in the archive, and perhaps the entry in the layer; empty: the whole. */
  'image.damaged': said<{ source: string; at: string; why: DamagedWhy }>('unreadable', {
    en: ({ source, at, why }) => ({
      message: `${source} cannot be read${at && ` at ${at}`}: ${damaged.en[why]}.`,
      hint: 'Save or build the image again.',
    }),
    'zh-CN': ({ source, at, why }) => ({
      message: `无法读取 ${source}${at && `（位于 ${at}）`}：${damaged['zh-CN'][why]}。`,
      hint: '请重新保存或构建该镜像。',
    }),
  }),
  'image.digest-mismatch': said<{ source: string; at: string; expected: string; actual: string }>('refused', {
    en: ({ source, at, expected, actual }) => ({
      message: `${at} in ${source} is not what the image names: its content has the digest ${actual} instead of ${expected}.`,
      hint: 'It is damaged or was changed. Save or build the image again.',
    }),
    'zh-CN': ({ source, at, expected, actual }) => ({
      message: `${source} 中的 ${at} 与镜像所指明的不符：其内容的摘要是 ${actual}，而非 ${expected}。`,
      hint: '它已损坏或被改动。请重新保存或构建该镜像。',
    }),
  }),
  'image.content-missing': said<{ source: string; at: string }>('unreadable', {
    en: ({ source, at }) => ({
      message: `${source} lacks a part of the image: ${at}.`,
      hint: 'Some archives name platforms or layers that they do not have. Pull the image whole, then save it again.',
    }),
    'zh-CN': ({ source, at }) => ({
      message: `${source} 缺少镜像的一部分：${at}。`,
      hint: '有些归档指明了其中并没有的平台或镜像层。请完整拉取镜像，然后重新保存。',
    }),
  }),
  'image.too-much': said<{ source: string; what: LimitName; max: number }>('refused', {
    en: ({ source, what, max }) => ({
      message: `${source} was not read to its end: ${limited.en[what](max)}.`,
      hint: 'No usual image has so much; it may have been made to use up memory or time.',
    }),
    'zh-CN': ({ source, what, max }) => ({
      message: `${source} 未被完整读取：${limited['zh-CN'][what](max)}。`,
      hint: '正常的镜像不会如此；它可能是为耗尽内存或时间而制作的。',
    }),
  }),
  'image.hostile-name': said<{ source: string; at: string; name: string }>('refused', {
    en: ({ source, at, name }) => ({
      message: `${source} has a name that leads outside the image, at ${at}: ${name}`,
      hint: 'No honest image has one. Do not load it into a container engine.',
    }),
    'zh-CN': ({ source, at, name }) => ({
      message: `${source} 中有指向镜像之外的名称（位于 ${at}）：${name}`,
      hint: '正常的镜像不会如此。请勿将它载入容器引擎。',
    }),
  }),
  /** `wanted` is null: none was asked for, and none is this machine's. */
  'image.no-such-platform': said<{ source: string; wanted: string | null; platforms: string[] }>('failed', {
    en: ({ source, wanted, platforms }) => ({
      message: `${source} ${wanted === null ? "has several platforms, and none is this machine's" : `has nothing for ${wanted}`}.`,
      hint: `Choose one with --platform: ${platforms.join(', ')}`,
    }),
    'zh-CN': ({ source, wanted, platforms }) => ({
      message: `${source} ${wanted === null ? '有多个平台，但都不适合本机' : `没有 ${wanted} 平台的内容`}。`,
      hint: `请用 --platform 选择：${platforms.join('、')}`,
    }),
  }),
  /** `wanted` is null: none was asked for. */
  'image.several': said<{ source: string; wanted: string | null; images: string[] }>('failed', {
    en: ({ source, wanted, images }) => ({
      message: wanted === null ? `${source} has several images.` : `${source} has no image ${wanted}.`,
      hint: `Name one of them: ${source}#${images[0]}`,
      details: images,
    }),
    'zh-CN': ({ source, wanted, images }) => ({
      message: wanted === null ? `${source} 中有多个镜像。` : `${source} 中没有镜像 ${wanted}。`,
      hint: `请指明其中之一：${source}#${images[0]}`,
      details: images,
    }),
  }),
};
