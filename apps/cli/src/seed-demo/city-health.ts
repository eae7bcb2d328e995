import type { DemoAgency, DemoTemplate } from './demo-agency.js';
import { inLanguages } from './template-texts.js';

const reminder: readonly DemoTemplate[] = inLanguages('clinic_reminder', 'UTILITY', {
  en: 'Hello {{name}}, we expect you on {{day}} at the clinic. Please bring your card.',
  ar: 'مرحبا {{name}}، ننتظرك يوم {{day}} في العيادة. يرجى إحضار بطاقتك.',
  es: 'Hola {{name}}, le esperamos el {{day}} en la clínica. Por favor, traiga su tarjeta.',
});

const invitation: readonly DemoTemplate[] = inLanguages('vaccination_invitation', 'MARKETING', {
  en: 'Hello {{name}}, flu vaccinations are free at {{place}} this week. Reply STOP to hear no more of this.',
  ar: 'مرحبا {{name}}، لقاح الإنفلونزا مجاني في {{place}} هذا الأسبوع. أرسل STOP لإيقاف هذه الرسائل.',
  es: 'Hola {{name}}, la vacuna contra la gripe es gratuita en {{place}} esta semana. Responda STOP para no recibir más.',
});

const booking: DemoTemplate = {
  name: 'appointment_booking',
  language: 'en',
  category: 'UTILITY',
  parameterFormat: 'NAMED',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Appointment {{number}}' },
    { type: 'BODY', text: 'Hello {{name}}, your appointment is on {{day}} at {{time}}. Can you come?' },
    { type: 'FOOTER', text: 'City Health Department' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'I will come' },
        { type: 'QUICK_REPLY', text: 'Another day' },
        { type: 'URL', text: 'See details', url: 'https://health.example.org/appointments/{{1}}' },
      ],
    },
  ],
};

/** A health department: reminders as a public task, campaigns by consent. */
export const CITY_HEALTH: DemoAgency = {
  slug: 'city-health',
  name: 'City Health Department',
  defaultLanguage: 'en',
  timeZone: 'Europe/London',
  department: 'Clinics',
  metaPortfolioId: '300100000000001',
  wabaId: '200100000000001',
  numbers: [
    {
      mode: 'live',
      phoneNumberId: '100100000000001',
      displayPhoneNumber: '+44 1632 960101',
      verifiedName: 'City Health Department',
    },
    {
      mode: 'sandbox',
      phoneNumberId: '100100000000002',
      displayPhoneNumber: '+44 1632 960102',
      verifiedName: 'City Health (test)',
    },
  ],
  purposes: [
    {
      code: 'clinic-reminders',
      title: 'Reminders of clinic appointments',
      category: 'service',
      basis: 'public_task',
      legalInstrument: 'City Health Ordinance, section 12',
    },
    { code: 'vaccination-campaign', title: 'Invitations to vaccinations', category: 'marketing', basis: 'consent' },
  ],
  templates: [...reminder, ...invitation, booking],
  sampleMessage: {
    to: '+447700900123',
    purpose: 'clinic-reminders',
    template: { name: 'clinic_reminder', language: 'en', variables: { name: 'Fatima', day: 'Saturday' } },
    reference: 'case-4711',
  },
};
