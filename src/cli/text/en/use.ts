export const use = {
  help: {
    summary: 'pin the Go version of a folder (writes .go-version)',
    version: '1.26.1, 1.26 (its newest patch), latest, or system (the Go on PATH)',
    global: 'set the default for folders without a pin',
    unset: 'remove the pin: the .go-version of the folder, or the default',
  },
  globalAlone: 'Give either --global, which sets the default, or --dir, which names a folder.',
  unsetAlone: '--unset removes the pin and takes no version.',
  /** `what`: `Go 1.26.1`, or `system`. */
  done: (what: string, file: string, before: string | null) =>
    `${file}: ${what}${before === null ? '' : ` (was ${before})`}`,
  /** The meaning of a pin of `system`. */
  system: "the first Go on PATH that is not Burrow's",
  install: (version: string, command: string) => `Go ${version} is not installed yet. Run ${command}.`,
  noSystem: "There is no Go on PATH yet besides Burrow's.",
  removed: (file: string, before: string) => `Removed ${file} (was ${before}).`,
  nothing: (file: string) => `${file} does not exist.`,
  /** Above what runs in `dir` after its pin was removed. */
  now: (dir: string) => `${dir} now uses:`,
  /** The written file takes precedence over another tool's in the same folder, at `place`. */
  outranked: (place: string, text: string) =>
    `${place} asks for another version: ${text}. Burrow uses .go-version; asdf and mise may use their own file.`,
  /** BURROW_GO is set, and takes precedence over what was written. */
  variable: (value: string) =>
    `In this shell, BURROW_GO=${value} takes precedence. To use the files, run \`unset BURROW_GO\`.`,
};
