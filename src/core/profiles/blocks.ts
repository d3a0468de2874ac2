interface Block {
  /** Indexes of its first line, its branches (`else`) and its last line. */
  frame: number[];
  isIf: boolean;
  /** Only marked lines, blank lines and comments so far. */
  onlyMarked: boolean;
  /** It has a marked line. */
  hasMarked: boolean;
}

const words = {
  sh: { opens: /^if\b/, closes: /^fi\b/ },
  // Every block that ends with `end`, so that starts and ends are paired correctly.
  fish: { opens: /^(if|for|while|function|switch|begin)\b/, closes: /^end\b/ },
};
const branches = /^(then|else|elif)\b/;
const inOneLine = /;\s*(fi|end)\b\s*(#.*)?$/;

/**
 * Which lines can be taken out so that the rest still parses: the marked ones, and every `if` that contains nothing
 * else, to its end, since a shell rejects an empty one. The head of an `if` around something else stays. `lines`:
 * trimmed. Pure.
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
    if (isMarked) block.hasMarked = true;
    else block.onlyMarked = false;
  };
  lines.forEach((line, index) => {
    const block = open.at(-1);
    if (line === '' || line.startsWith('#')) return;
    if (opens.test(line) && !inOneLine.test(line)) {
      taken[index] = false;
      open.push({ frame: [index], isIf: line.startsWith('if'), onlyMarked: true, hasMarked: false });
    } else if (block && branches.test(line)) {
      taken[index] = false;
      block.frame.push(index);
    } else if (block && closes.test(line)) {
      open.pop();
      const goes = block.isIf && block.onlyMarked && block.hasMarked;
      for (const at of [...block.frame, index]) taken[at] = goes;
      within(goes);
    } else {
      within(marked[index] === true);
    }
  });
  return taken;
}
