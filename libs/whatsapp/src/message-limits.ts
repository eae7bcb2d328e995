/**
 * What Meta allows in a message, in characters or entries.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export const MESSAGE_LIMITS = {
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages */
  text: 4096,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages */
  caption: 1024,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
  contacts: 257,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
  body: 1024,
  header: 60,
  footer: 60,
  replyButtons: 3,
  replyId: 256,
  replyTitle: 20,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
  listBody: 4096,
  listButton: 20,
  sections: 10,
  sectionTitle: 24,
  rows: 10,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
  linkTitle: 20,
  url: 2000,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages */
  cards: 10,
  fewestCards: 2,
  cardBody: 160,
  cardLineBreaks: 2,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages */
  reactionDays: 30,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read */
  readDays: 30,
  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
  templateName: 512,
  templateButtons: 10,
} as const;
