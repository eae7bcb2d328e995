export interface StreamEvent {
  id?: string;
  data: string;
}

/**
 * Makes events of the text that comes in, wherever it is cut:
 * `id: evt_1\ndata: {"topic":"messages","ids":[]}\n\n`. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class EventParser {
  private rest = '';

  push(text: string): StreamEvent[] {
    this.rest += text.replaceAll('\r\n', '\n');
    const blocks = this.rest.split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => eventOf(block) ?? []);
  }
}

function eventOf(block: string): StreamEvent | undefined {
  const fields = block.split('\n').map(fieldOf);
  const data = fields.filter(([name]) => name === 'data').map(([, value]) => value);
  if (data.length === 0) return undefined;
  const id = fields.find(([name]) => name === 'id')?.[1];
  return { data: data.join('\n'), ...(id ? { id } : {}) };
}

/** A line that begins with a colon is a comment: its field has no name. */
function fieldOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}
