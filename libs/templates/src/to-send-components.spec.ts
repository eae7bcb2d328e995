import { describe, expect, it } from 'vitest';
import { aTemplate } from './template.builder.js';
import { toSendComponents } from './to-send-components.js';

describe(toSendComponents, () => {
  it('names the parameters of a named template', () => {
    expect(toSendComponents(aTemplate(), { day: 'Saturday', name: 'Fatima' })).toEqual({
      name: 'clinic_reminder',
      language: { code: 'en' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', parameter_name: 'name', text: 'Fatima' },
            { type: 'text', parameter_name: 'day', text: 'Saturday' },
          ],
        },
      ],
    });
  });

  it('leaves out components when nothing is to be filled', () => {
    const template = aTemplate({ components: [{ type: 'BODY', text: 'The office is closed.' }] });
    expect(toSendComponents(template, {})).toEqual({ name: 'clinic_reminder', language: { code: 'en' } });
  });

  it('orders positions by number and gives header and buttons their own components', () => {
    const template = aTemplate({
      parameterFormat: 'POSITIONAL',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Case {{1}}' },
        { type: 'BODY', text: '{{2}}, {{1}}.' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Yes' },
            { type: 'URL', text: 'Open', url: 'https://example.org/{{1}}' },
            { type: 'COPY_CODE', example: 'SPRING' },
          ],
        },
      ],
    });
    const variables = { 'header.1': 'A-1', '1': 'one', '2': 'two', 'button.1': 't/5', 'button.2': 'AUTUMN' };
    expect(toSendComponents(template, variables).components).toEqual([
      { type: 'header', parameters: [{ type: 'text', text: 'A-1' }] },
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'one' },
          { type: 'text', text: 'two' },
        ],
      },
      { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 't/5' }] },
      {
        type: 'button',
        sub_type: 'copy_code',
        index: '2',
        parameters: [{ type: 'coupon_code', coupon_code: 'AUTUMN' }],
      },
    ]);
  });

  it.each([
    ['as Meta lists it', { type: 'URL', text: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
    ['as it was made', { type: 'OTP', text: 'Copy code', otp_type: 'COPY_CODE' }],
  ])('gives a one-time code to body and button, the button %s', (_, button) => {
    const template = aTemplate({
      category: 'AUTHENTICATION',
      parameterFormat: 'POSITIONAL',
      components: [
        { type: 'BODY', text: '*{{1}}* is your verification code.' },
        { type: 'BUTTONS', buttons: [button] },
      ],
    });
    expect(toSendComponents(template, { '1': '482913' }).components).toEqual([
      { type: 'body', parameters: [{ type: 'text', text: '482913' }] },
      { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '482913' }] },
    ]);
  });
});
