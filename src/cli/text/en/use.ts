export const use = {
  help: {
    summary: 'pin the Go version of a folder (writes .go-version)',
    version: '1.26.1, 1.26 (its newest patch), latest, or system (the Go on PATH)',
    global: 'set the default for all folders that pin nothing',
    unset: 'take the pin away: the .go-version of the folder, or the default',
  },
  globalAlone: '--global sets the default for all folders, --dir names one folder: give one of them.',
  unsetAlone: '--unset takes the pin away: give it no version.',
  /** `what`: `Go 1.26.1`, or `system`. */
  done: (what: string, file: string, before: string | null) =>
    `${file}: ${what}${before === null ? '' : ` (was ${before})`}`,
  /** What a pin of `system` means. */
  system: "the first Go on PATH that is not Burrow's",
  install: (version: string) => `Go ${version} is not installed yet. Run \`burrow install ${version}\`.`,
  noSystem: "There is no Go but Burrow's on PATH yet.",
  removed: (file: string, before: string) => `${file} is removed (said ${before}).`,
  nothing: (file: string) => `There is no ${file}.`,
  /** Above what runs in `dir` after a pin was taken away. */
  now: (dir: string) => `In ${dir} now runs:`,
  /** The written file is stronger than another tool's in the same folder, at `place`. */
  outranked: (place: string, text: string) =>
    `${place} says otherwise: ${text}. Burrow goes by .go-version; asdf and mise may go by theirs.`,
  /** BURROW_GO is set, and stronger than what was written. */
  variable: (value: string) =>
    `BURROW_GO=${value} still decides in this shell. Run \`unset BURROW_GO\` to go by the files.`,
};
