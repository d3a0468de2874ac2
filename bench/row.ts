/** One measured value: a ratio to a peer measured in the same run, a size or a time. */
export interface Row {
  name: string;
  value: number;
  /** `x`: ratio to the peer; `kB`, `MB`: thousand, million bytes; `ms`: milliseconds; `files`: a number. */
  unit: 'x' | 'kB' | 'MB' | 'ms' | 'files';
  /** `≤ 1.7`, in the same unit. */
  goal: string;
  /** What it is compared with, and both medians. */
  details: string;
}
