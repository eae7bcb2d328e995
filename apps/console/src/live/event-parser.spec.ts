import { describe, expect, it } from 'vitest';
import { EventParser } from './event-parser.js';

describe(EventParser, () => {
  it('reads events wherever the text is cut', () => {
    const parser = new EventParser();
    const text = 'retry: 2000\n\nid: evt_1\ndata: {"topic":"messages"}\n\n: still here\n\ndata: a\ndata: b\n\n';
    const events = [...text].flatMap((letter) => parser.push(letter));
    expect(events).toEqual([{ id: 'evt_1', data: '{"topic":"messages"}' }, { data: 'a\nb' }]);
  });

  it('keeps what is not complete', () => {
    const parser = new EventParser();
    expect(parser.push('data: half')).toEqual([]);
    expect(parser.push('\n\n')).toEqual([{ data: 'half' }]);
  });
});
