import type { TemplateDraft } from './template-draft.js';

/** A draft that nothing is wrong with; a test writes only what matters to it. */
export function aDraft(parts: Partial<TemplateDraft> = {}): TemplateDraft {
  return {
    category: 'UTILITY',
    body: 'Hello {{first_name}}, your appointment is on {{day}} at the clinic. Bring your papers.',
    buttons: [],
    variables: [
      { name: 'first_name', example: 'Fatima', isPersonal: true },
      { name: 'day', example: 'Saturday', isPersonal: false },
    ],
    ...parts,
  };
}

export const A_CARD = {
  header: { format: 'image' as const, handle: '4::aW' },
  buttons: [{ type: 'quick-reply' as const, text: 'Choose' }],
};
