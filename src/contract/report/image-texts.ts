import { configInstructions } from '../config-instructions.ts';
import type { ConfigRow, FileChange, LayerRow } from '../image-comparison.ts';
import type { Locale } from '../locale.ts';

/** Words of the report on two images that are the same wherever it is shown. */
export interface ImageReportTexts {
  layers: string;
  files: string;
  waste: string;
  programs: string;
  packages: string;
  config: string;
  /** What the bytes of a layer count. */
  measure: Record<NonNullable<LayerRow['measure']>, string>;
  how: Record<Exclude<FileChange['how'], 'changed' | 'metadata'>, string>;
  movedFrom: (path: string) => string;
  metadata: Record<FileChange['metadata'][number]['name'], string>;
  /** Bytes of A and of B that count different things. */
  notComparable: string;
  /** The layer is the same, but another step made it. */
  unchanged: string;
  /** `hidden` hides what `stored` stored. */
  hides: (stored: string, hidden: string) => string;
  unknownStep: string;
  setting: Record<ConfigRow['name'], string>;
  notSet: string;
}

const en: ImageReportTexts = {
  layers: 'Layers',
  files: 'Files that differ',
  waste: 'Stored and not seen',
  programs: 'Go programs',
  packages: 'Packages of the distribution',
  config: 'Configuration',
  measure: {
    compressedBytes: 'compressed',
    fileBytes: 'bytes of files',
    tarBytes: 'as tar',
    diskBytes: 'blocks on disk',
    engineReported: 'as the engine reports it',
  },
  how: { added: 'new', removed: 'removed', moved: 'moved' },
  movedFrom: (path) => `moved from ${path}`,
  metadata: { kind: 'kind', mode: 'mode', owner: 'owner', link: 'link to' },
  notComparable: 'A and B count different bytes',
  unchanged: 'unchanged',
  hides: (stored, hidden) => `of ${stored}, hidden by ${hidden}`,
  unknownStep: 'an unknown step',
  setting: configInstructions,
  notSet: 'not set',
};

const zhCN: ImageReportTexts = {
  layers: '层',
  files: '有差别的文件',
  waste: '存有但看不到的文件',
  programs: 'Go 程序',
  packages: '发行版软件包',
  config: '配置',
  measure: {
    compressedBytes: '压缩后',
    fileBytes: '文件字节数',
    tarBytes: 'tar 大小',
    diskBytes: '磁盘块',
    engineReported: '引擎所报',
  },
  how: { added: '新增', removed: '移除', moved: '移动' },
  movedFrom: (path) => `移自 ${path}`,
  metadata: { kind: '类型', mode: '权限', owner: '属主', link: '链接到' },
  notComparable: 'A 与 B 的字节含义不同',
  unchanged: '未变',
  hides: (stored, hidden) => `由 ${stored} 写入，被 ${hidden} 遮盖`,
  unknownStep: '未知步骤',
  setting: configInstructions,
  notSet: '未设置',
};

export const imageReportTexts: Record<Locale, ImageReportTexts> = { en, 'zh-CN': zhCN };
