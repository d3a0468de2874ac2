/** Keeps numbers and their units on one line. Pure. */
export function unbroken(text: string): string {
  return text.replaceAll(/(\d) (?=%|(?:[kMGT]?B|ms|s|min)\b|[分秒])/g, '$1\u00A0');
}
