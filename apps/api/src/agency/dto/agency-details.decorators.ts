import { LanguageCode, Text, TextList, TextOrNull, WholeNumber } from '#libs/http';

/** The fields of an agency, the same when it is made and when it is changed. */
export const AgencyName = () => Text({ max: 200, example: 'City Health' });

const LEGAL_NAME = {
  max: 200,
  description: 'As it stands in the register',
  example: 'Health Department of the City of Harbour',
};
const COUNTRY = {
  min: 2,
  max: 2,
  pattern: /^[A-Z]{2}$/,
  description: 'ISO 3166-1, two capital letters',
  example: 'KE',
};
export const LegalName = () => Text(LEGAL_NAME);
export const LegalNameOrNull = () => TextOrNull({ ...LEGAL_NAME, description: 'As in the register; null: none' });
export const Country = () => Text(COUNTRY);
export const CountryOrNull = () => TextOrNull({ ...COUNTRY, description: `${COUNTRY.description}; null: none` });

export const DefaultLanguage = () => LanguageCode({ description: 'Of its messages, where nothing else says' });
export const TimeZone = () => Text({ max: 64, description: 'An IANA name', example: 'Africa/Nairobi' });
export const EmailDomains = () =>
  TextList({
    max: 50,
    each: { max: 253 },
    description: 'Only addresses of these domains are invited. An empty list lets any in.',
    example: ['health.gov.example'],
  });
export const RetentionDays = () =>
  WholeNumber({ min: 30, max: 3650, description: 'Days for which the content of a message is kept' });
