/** What the running app did that cannot be seen on its page. */
export type Report =
  | { type: 'ready'; endpoint: string }
  | { type: 'window'; webPreferences: Record<string, unknown> }
  | { type: 'menu'; labels: string[] }
  | { type: 'outside'; url: string }
  | { type: 'refused'; what: 'navigation' | 'window'; url: string }
  | { type: 'quit' };

/** Tells the test, over standard output, one line each. */
export function report(what: Report): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
