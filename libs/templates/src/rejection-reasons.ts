export interface RejectionWords {
  readonly words: string;
  readonly remedy: string;
}

/** Why reviewers of Meta reject. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-review */
const REASONS: Readonly<Record<string, RejectionWords>> = {
  ABUSIVE_CONTENT: {
    words: 'it asks for things that people should not send, or it threatens.',
    remedy: 'Do not ask for whole card or identity numbers, and say what happens without a threat.',
  },
  INCORRECT_CATEGORY: {
    words: 'it is in the wrong category.',
    remedy: 'Choose the category that fits: news and offers are marketing, codes are one-time codes.',
  },
  INVALID_FORMAT: {
    words: 'its variables or its form are wrong.',
    remedy: 'Look at where variables stand: not at the start or end, not side by side, with enough words between them.',
  },
  PROMOTIONAL: {
    words: 'it promotes something and is not marked as marketing.',
    remedy: 'Take the promotion away, or make it a marketing template.',
  },
  SCAM: {
    words: 'it looks like a fraud.',
    remedy: 'Say who writes and why, link only to your own site, and ask for nothing secret.',
  },
  TAG_CONTENT_MISMATCH: {
    words: 'its language or category is not that of the text.',
    remedy: 'Choose the language in which the text is written, and the category that fits.',
  },
};

const UNKNOWN: RejectionWords = {
  words: 'it gave no reason that we know.',
  remedy: 'WhatsApp Manager may say more. Change the text, then submit it again.',
};

/** Meta's reason in plain words, with what to do; a reason that it has added since is told as unknown. */
export function describeRejection(reason: string | null): RejectionWords {
  return REASONS[reason ?? ''] ?? UNKNOWN;
}
