import { describe, expect, it } from 'vitest';
import { renderText } from './render-text.js';
import { aTemplate } from './template.builder.js';

describe(renderText, () => {
  it('shows what the citizen sees', () => {
    const template = aTemplate({
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Clinic, {{name}}' },
        { type: 'BODY', text: 'Hello {{ name }}, come on {{day}}. Yes, {{day}}.' },
        { type: 'FOOTER', text: 'Reply STOP to end' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'I will come' },
            { type: 'URL', text: 'Change', url: 'https://example.org/{{1}}' },
          ],
        },
      ],
    });
    expect(renderText(template, { name: 'Fatima', day: 'Saturday', 'button.1': 'x7' })).toEqual({
      header: 'Clinic, Fatima',
      body: 'Hello Fatima, come on Saturday. Yes, Saturday.',
      footer: 'Reply STOP to end',
      buttons: [
        { type: 'QUICK_REPLY', text: 'I will come' },
        { type: 'URL', text: 'Change', url: 'https://example.org/x7' },
      ],
    });
  });

  it('keeps patterns of the replacement syntax and placeholders inside a value as text', () => {
    expect(renderText(aTemplate(), { name: "$& $1 $'", day: '{{name}}' }).body).toBe(
      "Hello $& $1 $', we expect you on {{name}} at the clinic.",
    );
  });

  it('leaves the placeholder of a variable that is missing', () => {
    expect(renderText(aTemplate(), {}).body).toBe('Hello {{name}}, we expect you on {{day}} at the clinic.');
  });
});
