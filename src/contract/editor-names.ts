/** The editors that Burrow can open a file in, by their names in the settings; the first found is used. */
export const editorNames = ['vscode', 'goland', 'cursor', 'vscodium', 'zed', 'sublime'] as const;
export type EditorName = (typeof editorNames)[number];

/** What the editors call themselves. */
export const editorTitles: Readonly<Record<EditorName, string>> = {
  vscode: 'VS Code',
  goland: 'GoLand',
  cursor: 'Cursor',
  vscodium: 'VSCodium',
  zed: 'Zed',
  sublime: 'Sublime Text',
};
