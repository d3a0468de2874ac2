/** One measured figure: a ratio beside a peer measured in the same run, or a size beside its limit. */
export interface Row {
  name: string;
  value: number;
  /** `x`: times the peer's; `kB`, `MB`: thousand, million bytes; `ms`: milliseconds. */
  unit: 'x' | 'kB' | 'MB' | 'ms';
  /** `≤ 1.7`, in the same unit. */
  goal: string;
  /** What stands on the other side, and both sides' medians. */
  beside: string;
}
