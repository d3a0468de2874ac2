import type { Comparison } from '../comparison.ts';
import type { Statement } from '../verdict.ts';

/** The kinds of statements that are made of images alone. */
export type ImageStatementKind =
  | 'same-image'
  | 'same-layers'
  | 'image-stage'
  | 'same-files'
  | 'file-metadata'
  | 'base-image'
  | 'image-file'
  | 'image-folder'
  | 'files-differ'
  | 'hidden-file'
  | 'still-stored'
  | 'distribution-packages'
  | 'files-unread';

/** What a statement on an image is put into words with. */
export interface ImageWording {
  /** `+2.0 MB` */
  change: (bytes: number) => string;
  /** `2.0 MB` */
  size: (bytes: number) => string;
  /** `1,204` */
  number: (count: number) => string;
}

/** The words of one language for statements on images. */
export interface ImageVerdictTexts {
  /** What the headline's bytes count, after them: `+12.4 MB compressed`; `{}` stands for them. */
  measure: Record<Exclude<NonNullable<Comparison['measure']>, 'artifactBytes'>, string>;
  /** The headline, and how much the files changed, which causes add up to. */
  withFiles: (size: string, files: string) => string;
  reason: {
    [Kind in ImageStatementKind]: (of: Extract<Statement, { kind: Kind }>, wording: ImageWording) => string;
  };
}
