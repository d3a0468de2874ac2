/** Something that the app did and that is not visible on its page. */
export type Report =
  | { type: 'ready'; endpoint: string }
  | {
      type: 'window';
      webPreferences: Record<string, unknown>;
      titleBarStyle: string;
      place: { x: number | undefined; y: number | undefined; width: number; height: number };
    }
  | { type: 'shown' }
  | { type: 'maximized' }
  | { type: 'sandbox' }
  | { type: 'menu'; labels: string[]; roles: string[] }
  | { type: 'tray'; labels: string[] }
  | { type: 'dock'; labels: string[] }
  | { type: 'question'; message: string; detail: string }
  | { type: 'notification'; title: string; body: string }
  | { type: 'protocol'; scheme: string }
  | { type: 'permission'; name: string; request: boolean; check: boolean }
  | { type: 'outside'; url: string }
  | { type: 'refused'; what: 'navigation' | 'window'; url: string }
  | { type: 'quit' };

/** Reports to the test, as a line on standard output. */
export function report(what: Report): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
