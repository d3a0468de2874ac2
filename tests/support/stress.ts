/** The cases, or their number, that a test of attacks or losses tries: few in a normal run, all with `BURROW_STRESS=1`. */
export function stressed<T>(normal: T, whole: T): T {
  return process.env['BURROW_STRESS'] === '1' ? whole : normal;
}
