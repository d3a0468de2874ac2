/** What somebody else wrote, so that it cannot steer the terminal: control characters stand as `\uFFFD`. */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F]/g, '\uFFFD');
}
