/**
 * Reads paragraphs of lines, separated by empty ones: of each, the fields whose lines match `field`, whose groups are their
 * name and value. Of a field that is there twice, the first.
 */
export function paragraphsOf(text: string, field: RegExp): ReadonlyMap<string, string>[] {
  const paragraphs: Map<string, string>[] = [];
  let fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      if (fields.size > 0) paragraphs.push(fields);
      fields = new Map();
      continue;
    }
    const [, name, value] = field.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name)) fields.set(name, value.trim());
  }
  return fields.size > 0 ? [...paragraphs, fields] : paragraphs;
}
