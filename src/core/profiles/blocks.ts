interface Block {
  /** Where it opens, branches (`else`) and, at last, closes. */
  frame: number[];
  isIf: boolean;
  /** Nothing but marked lines, blank ones and comments so far. */
  onlyMarked: boolean;
  /** A marked line so far. */
  some: boolean;
}

const words = {
  sh: { opens: /^if\b/, closes: /^fi\b/ },
  // Everything that ends with `end`, so that the right ones meet.
  fish: { opens: /^(if|for|while|function|switch|begin)\b/, closes: /^end\b/ },
};
const branches = /^(then|else|elif)\b/;
const inOneLine = /;\s*(fi|end)\b\s*(#.*)?$/;

/**
 * Which lines can be taken out so that the rest still reads: the marked ones, and every `if` around nothing else, to
 * its end, for a shell takes no empty one. The head of an `if` around something else never goes. `lines`: trimmed.
 * Pure.
 */
export function wholeBlocks(
  lines: readonly string[],
  marked: readonly boolean[],
  shell: 'sh' | 'fish',
): boolean[] {
  const { opens, closes } = words[shell];
  const taken = [...marked];
  const open: Block[] = [];
  const within = (isMarked: boolean) => {
    const block = open.at(-1);
    if (!block) return;
    if (isMarked) block.some = true;
    else block.onlyMarked = false;
  };
  lines.forEach((line, index) => {
    const block = open.at(-1);
    if (line === '' || line.startsWith('#')) return;
    if (opens.test(line) && !inOneLine.test(line)) {
      taken[index] = false;
      open.push({ frame: [index], isIf: line.startsWith('if'), onlyMarked: true, some: false });
    } else if (block && branches.test(line)) {
      taken[index] = false;
      block.frame.push(index);
    } else if (block && closes.test(line)) {
      open.pop();
      const goes = block.isIf && block.onlyMarked && block.some;
      for (const at of [...block.frame, index]) taken[at] = goes;
      within(goes);
    } else {
      within(marked[index] === true);
    }
  });
  return taken;
}
