import type { DemoAgency } from './demo-agency.js';
import { inLanguages } from './template-texts.js';

/** A warning service, on the same platform and walled off from the first agency. */
export const COAST_FLOOD: DemoAgency = {
  slug: 'coast-flood',
  name: 'Coast Flood Warning Service',
  defaultLanguage: 'en',
  timeZone: 'Europe/London',
  department: 'Forecast desk',
  metaPortfolioId: '300200000000001',
  wabaId: '200200000000001',
  numbers: [
    {
      mode: 'live',
      phoneNumberId: '100200000000001',
      displayPhoneNumber: '+44 1632 960201',
      verifiedName: 'Coast Flood Warning Service',
    },
    {
      mode: 'sandbox',
      phoneNumberId: '100200000000002',
      displayPhoneNumber: '+44 1632 960202',
      verifiedName: 'Coast Flood (test)',
    },
  ],
  purposes: [
    {
      code: 'flood-information',
      title: 'Flood watches and their end',
      category: 'service',
      basis: 'public_task',
      legalInstrument: 'Coastal Protection Act, section 4',
    },
    {
      code: 'flood-warnings',
      title: 'Warnings of danger to life',
      category: 'alert',
      basis: 'vital_interests',
      legalInstrument: 'Civil Protection Act, section 9',
      objectable: false,
    },
    { code: 'preparedness-news', title: 'Advice on preparing a home', category: 'marketing', basis: 'consent' },
  ],
  templates: [
    ...inLanguages('flood_watch', 'UTILITY', {
      en: 'Flood watch for {{area}}: water may rise {{when}}. Keep away from the shore and follow the news.',
      ar: 'مراقبة فيضان في {{area}}: قد يرتفع الماء {{when}}. ابتعد عن الشاطئ وتابع الأخبار.',
      es: 'Vigilancia de inundación en {{area}}: el agua puede subir {{when}}. Aléjese de la orilla y siga las noticias.',
    }),
    ...inLanguages('flood_all_clear', 'UTILITY', {
      en: 'The flood watch for {{area}} has ended. Thank you for taking care.',
      es: 'La vigilancia de inundación en {{area}} ha terminado. Gracias por su cuidado.',
    }),
  ],
  sampleMessage: {
    to: '+447700900123',
    purpose: 'flood-information',
    template: {
      name: 'flood_watch',
      language: 'en',
      variables: { area: 'Harbour Street', when: 'from Saturday evening' },
    },
    reference: 'watch-0042',
  },
};
