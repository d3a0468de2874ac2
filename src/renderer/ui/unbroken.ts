/** Keeps numbers and their units on one line. Pure. */
export function unbroken(text: string): string {
  return text.replaceAll(/(\d) (?=%|[kMGT]?B\b)/g, '$1\u00A0');
}
