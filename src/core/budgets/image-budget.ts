/** What `max-size` counts: the layers as a registry stores them, the contents of all files, or the layers as tar. */
export const imageMeasures = ['compressed', 'files', 'tar'] as const;
export type ImageMeasure = (typeof imageMeasures)[number];

/** The keys of limits. */
export type ImageLimit = 'max-size' | 'max-waste' | 'secrets' | 'root' | 'base';

/** An entry `[[image]]` of burrow.toml, or the options of the command line. */
export interface ImageBudget {
  /** Of its first line, counted from 1; null: the command line. */
  line: number | null;
  /** Its limits as they are written: `max-size = "60 MB"`, or `--max-size 60MB`. */
  written: Readonly<Record<ImageLimit, string>>;
  /** The name of the images it is for, without tag, or a pattern; null: every one. */
  name: string | null;
  maxSize: { bytes: number; measure: ImageMeasure } | null;
  /** Bytes. */
  maxWaste: number | null;
  noSecrets: boolean;
  noRoot: boolean;
  /** The allowed bases; null: any. */
  bases: readonly string[] | null;
}
