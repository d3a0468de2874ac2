/** How many cases a test of attacks or losses tries: few in a normal run, all with `BURROW_STRESS=1`. */
export function stressed(normal: number, whole: number): number {
  return process.env['BURROW_STRESS'] === '1' ? whole : normal;
}
