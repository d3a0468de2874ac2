/** A file that differs in what the two images store. */
export interface FilePart {
  /** `/usr/local/bin/server` */
  path: string;
  how: 'added' | 'removed' | 'changed';
  /** By how much it is larger in the final file system of B. */
  bytes: number;
  /** By how much more of it B stores where nobody sees it. */
  hidden: number;
  /** It is hidden by a later copy of itself, which `step` stored, and not because `step` removed it. */
  again: boolean;
  /** The step that hides it; null: none does, or it is not known. */
  step: string | null;
}

/** Another base image. */
export interface BaseChange {
  /** null: not known, `scratch`: built on nothing. */
  a: string | null;
  b: string | null;
  /** Of its lowest layer, counted as files or layers are; null: not known. */
  bytes: number | null;
}

/** A layer that differs, for images that were not read. */
export interface LayerPart {
  step: string;
  /** null: not known, or the two sides count different things. */
  bytes: number | null;
}

/** What two images prove about why one is larger. */
export interface ImageEvidence {
  /** Of the headline's size; null: there is none. */
  change: number | null;
  /** `image`: the same configuration. `layers`: the same content layer by layer. */
  same: 'image' | 'layers' | null;
  /** The instructions whose settings differ: `ENV`. */
  config: readonly string[];
  platform: { a: string; b: string } | null;
  /** Of a Dockerfile, if both are known and differ. */
  stage: { a: string; b: string } | null;
  /** The main modules of programs that have nothing to do with each other. */
  programs: { a: string; b: string } | null;
  base: BaseChange | null;
  /** Without those of the base image, if that is another one. null: not known. */
  files: readonly FilePart[] | null;
  /** How many files only have another owner, mode or target. */
  metadataFiles: number;
  /** Those that differ, without that of the base image. */
  layers: readonly LayerPart[];
  /** Layers count the same as the headline, so that a layer's part of it is known. */
  layersCountAlike: boolean;
  /** The Go versions of the largest program that both have, if they differ. */
  go: { a: string; b: string } | null;
  packages: {
    added: number;
    removed: number;
    changed: number;
    first: { name: string; a: string | null; b: string | null };
  } | null;
  /** Which side was not read; null: both were. */
  unread: 'a' | 'b' | 'both' | null;
}
