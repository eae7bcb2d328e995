import type { SendableTemplate } from './template.js';

/** An approved template with two named variables; a test writes only what matters to it. */
export function aTemplate(parts: Partial<SendableTemplate> = {}): SendableTemplate {
  return {
    id: '0193f000-0000-7000-8000-000000000001',
    wabaId: '1029384756',
    name: 'clinic_reminder',
    language: 'en',
    category: 'UTILITY',
    status: 'APPROVED',
    heldUntil: null,
    version: 1,
    parameterFormat: 'NAMED',
    components: [{ type: 'BODY', text: 'Hello {{name}}, we expect you on {{day}} at the clinic.' }],
    ...parts,
  };
}
