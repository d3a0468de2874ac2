/** One measured figure: a ratio to a peer measured in the same run, or a size with its limit. */
export interface Row {
  name: string;
  value: number;
  /** `x` is a multiple of the peer's figure, `kB` and `MB` are a thousand and a million bytes, `ms` milliseconds. */
  unit: 'x' | 'kB' | 'MB' | 'ms';
  /** `≤ 1.7`, in the same unit. */
  goal: string;
  /** What it is compared with, and both medians. */
  beside: string;
}
