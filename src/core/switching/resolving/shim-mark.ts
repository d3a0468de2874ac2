/** The beginning of the second line of every shim and launcher, by which the shim recognizes others. */
export const shimMark = "# Burrow's ";
