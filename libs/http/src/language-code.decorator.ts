import { Field, FieldFault, type FieldText } from './field.js';

/**
 * A language, alone or with a region or script: `en`, `pt_BR`, `zh_Hant`.
 * https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/supported-languages
 */
const LANGUAGE = /^[a-z]{2,3}(?:[_-](?:[A-Z]{2,3}|[A-Z][a-z]{3}))?$/;

const FAULT = new FieldFault('not-a-language', 'must be a language code like en, pt_BR or zh_HK');

/** A language code. BCP 47's hyphen is read too; the property of the DTO holds the underscore that Meta writes. */
export function LanguageCode(text: FieldText = {}): PropertyDecorator {
  return Field(readLanguageCode, { type: String, pattern: LANGUAGE.source, example: 'en', ...text });
}

export function readLanguageCode(value: unknown): string | FieldFault {
  return typeof value === 'string' && LANGUAGE.test(value) ? value.replace('-', '_') : FAULT;
}
