export { fishFolder, type Profile, profilesOf, shellsHere } from './profiles-of.ts';
export { zshFolder } from './zsh-folder.ts';
