/** Lines that report progress, not errors. */
const quiet = /^(?:go: (?:downloading|finding|extracting)\b|#|note:|\s*$)/;

/**
 * Finds the cause in the output of a failed `go install`: the Go version that the module needs (`requires go >= 1.27`
 * since Go 1.21, cmd/go/internal/gover/toolchain.go; before, `note: module requires Go 1.27`), or null, and the first
 * line that describes the error. Pure.
 */
export function causeOf(output: string): { needs: string | null; line: string } {
  const needs = /\brequires go >= (\d[\w.]*\w)|^note: module requires Go (\d[\w.]*\w)/m.exec(output);
  const line = output.split('\n').find((each) => !quiet.test(each)) ?? '';
  return { needs: needs?.[1] ?? needs?.[2] ?? null, line: line.trim() };
}
