import { GraphFailure } from './graph-error.js';

/** Titles of Meta's subcodes for templates. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const TITLES: Readonly<Record<number, string>> = {
  2388019: 'Template limit exceeded',
  2388023: 'Message template language is being deleted',
  2388024: 'Content in This Language Already Exists',
  2388039: 'Message template status cannot be changed',
  2388040: 'Character limit exceeded',
  2388047: 'Header format is incorrect',
  2388072: 'Body format is incorrect',
  2388073: 'Footer format is incorrect',
  2388293: 'Too many variables for the length of the message',
  2388299: 'Leading or trailing params are not allowed',
};

/** `Invalid parameter` with a subcode, and words for people. */
export function templateFailure(subcode: number, message: string): GraphFailure {
  return new GraphFailure(100, {
    message: 'Invalid parameter',
    subcode,
    user: { title: TITLES[subcode] ?? 'Invalid parameter', message },
  });
}

/** `Invalid parameter` where Meta tells the parameter only. */
export function templateParameter(message: string): GraphFailure {
  return new GraphFailure(100, { message: 'Invalid parameter', user: { title: 'Invalid parameter', message } });
}
