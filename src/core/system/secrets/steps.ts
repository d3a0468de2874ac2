import { mark } from './mark.ts';
import { maskSecrets } from './mask.ts';
import { isSecretName } from './names.ts';

/** Before its command, a step lists build arguments: `|2 A=x B=y /bin/sh -c …`, in BuildKit after `RUN`. */
const argumentList = /^(?:RUN )?\|\d{1,4} /;
/** Instructions that only set values. */
const valueList = /^(?:\/bin\/sh -c #\(nop\)\s{1,8})?(?:ENV|ARG|LABEL) /;
const shell = / (?:\/\S{1,200}|cmd|powershell|pwsh)(?:\.exe)? [-/]\S/i;

/**
 * Masks the secrets in a step of an image's history. Build arguments and variables stand there without quotes, so a
 * value with blanks ends at the next name, or at the shell.
 */
export function maskImageStep(step: string): string {
  const head = (argumentList.exec(step) ?? valueList.exec(step))?.[0];
  if (head === undefined) return maskSecrets(step);
  const rest = step.slice(head.length);
  const command = argumentList.test(step) ? ` ${rest}`.search(shell) - 1 : rest.length;
  const end = command < -1 ? rest.length : Math.max(0, command);
  const values = rest.slice(0, end).split(/ (?=[A-Za-z_][\w.-]*=)/);
  return head + values.map(maskAssignment).join(' ') + maskSecrets(rest.slice(end));
}

/** Masks `NAME=value`, the whole value if the name means a secret: it may contain blanks. */
export function maskAssignment(assignment: string): string {
  const name = assignment.slice(0, Math.max(0, assignment.indexOf('=')));
  return isSecretName(name) && assignment.length > name.length + 1
    ? `${name}=${mark}`
    : maskSecrets(assignment);
}
