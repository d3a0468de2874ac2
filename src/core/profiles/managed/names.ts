/** Why Burrow does not set a variable in the shells' environment. */
export type NameProblem = 'form' | 'path' | 'goroot' | 'burrow' | 'loader' | 'shell';

/**
 * Variables that a shell keeps for itself: to set them has another effect, or fails, and where it fails dash reads no
 * further. Of zsh (zshparam), bash ("Shell Variables"), and fish ("Special variables"). Lower case too: zsh's `path` is
 * PATH.
 */
const ofShells = new Set(
  `ARGC CDPATH COLUMNS CPUTYPE DIRSTACK EGID ENV EPOCHREALTIME EPOCHSECONDS ERRNO EUID FIGNORE FISH_VERSION FPATH
  FUNCNAME FUNCNEST GID GLOBIGNORE GROUPS HISTCHARS HISTCMD HISTSIZE HOME HOST HOSTTYPE IFS KEYBOARD_HACK LINENO
  LINES LOGNAME MACHTYPE MAILPATH MANPATH MODULE_PATH NULLCMD OLDPWD OPTARG OPTERR OPTIND OSTYPE PIPESTATUS
  POSIXLY_CORRECT PPID PROMPT PROMPT2 PROMPT3 PROMPT4 PS1 PS2 PS3 PS4 PSVAR PWD RANDOM READNULLCMD REPLY RPROMPT
  RPROMPT2 RPS1 RPS2 SAVEHIST SECONDS SHELL SHELLOPTS SHLVL SPROMPT SRANDOM STTY TERM TERMINFO TERMINFO_DIRS
  TIMEFMT TMOUT TRY_BLOCK_ERROR TRY_BLOCK_INTERRUPT TTY TTYIDLE UID USER USERNAME VENDOR WATCH WORDCHARS ZDOTDIR
  ZSH_ARGZERO ZSH_EVAL_CONTEXT ZSH_EXECUTION_STRING ZSH_NAME ZSH_PATCHLEVEL ZSH_SCRIPT ZSH_SUBSHELL ZSH_VERSION _
  aliases argv builtins cdpath commands dirstack dis_aliases dis_builtins dis_functions dis_functions_source
  dis_galiases dis_patchars dis_reswords dis_saliases errnos fignore fish_kill_signal fish_killring fish_pid fpath
  funcfiletrace funcsourcetrace funcstack functions functions_source functrace galiases generation histchars
  history historywords hostname jobdirs jobstates jobtexts keymaps langinfo mailpath manpath mapfile module_path
  modules nameddirs options parameters patchars path pipestatus prompt psvar reswords saliases signals status
  status_generation sysparams termcap terminfo umask userdirs usergroups version watch widgets zle_bracketed_paste
  zsh_eval_context zsh_scheduled_events`.split(/\s+/),
);

/** Why a variable must not be set in every shell; null: it may be. Pure. */
export function nameProblem(name: string): NameProblem | null {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return 'form';
  if (name === 'PATH') return 'path';
  if (name === 'GOROOT') return 'goroot';
  if (/^_?BURROW_/i.test(name)) return 'burrow';
  // What the system's loader reads before a program starts, and what every program of a kind loads.
  if (/^(?:LD|DYLD)_/.test(name)) return 'loader';
  return ofShells.has(name) || name.startsWith('BASH') ? 'shell' : null;
}

/** Bytes: Linux starts no program with a variable of 128 kB, and the lines are read at each start of a shell. */
const maxBytes = 32_000;

/** Why a value cannot be set; null: it can. A shell's file has bytes that are UTF-8, and no NUL. Pure. */
export function valueProblem(value: string): 'nul' | 'encoding' | 'too-long' | null {
  if (value.includes('\0')) return 'nul';
  // What is not UTF-8 reaches Burrow with this character in its place.
  if (!value.isWellFormed() || value.includes('\ufffd')) return 'encoding';
  return Buffer.byteLength(value) > maxBytes ? 'too-long' : null;
}
