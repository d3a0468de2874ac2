/** How the second line of every shim and launcher begins; the shim knows its kind by it, too. */
export const shimMark = "# Burrow's ";
