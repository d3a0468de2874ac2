export const remove = {
  help: {
    summary: 'remove an installed Go version; for an adopted one, only the link',
  },
  confirm: (version: string, users: string[], isDefault: boolean) =>
    `Remove ${version}${isDefault ? ', your default' : ''}${users.length > 0 ? `, used by ${users.join(', ')}` : ''}?`,
  done: (version: string, bytes: string) => `Removed ${version}; freed ${bytes}.`,
  forgotten: (version: string, from: string) =>
    `${version} is no longer adopted; its files remain in ${from}.`,
  kept: 'Nothing was removed.',
};
