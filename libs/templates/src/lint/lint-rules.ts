/** Components, buttons and variables: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
const COMPONENTS = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components';
const REVIEW = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-review';
const CATEGORIES =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-categorization';
const CODES =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates';
const OURS = 'plain language for citizens';

export interface LintRule {
  /** An error keeps a template from being submitted; a warning is for people to weigh. */
  readonly severity: 'error' | 'warning';
  /** `{name}` stands for a value of the finding. */
  readonly message: string;
  readonly advice: string;
  readonly source: string;
}

const error = (source: string, message: string, advice: string): LintRule => ({
  severity: 'error',
  message,
  advice,
  source,
});
const warning = (source: string, message: string, advice: string): LintRule => ({
  severity: 'warning',
  message,
  advice,
  source,
});

/** Every rule that a template is held against before it is submitted. */
export const LINT_RULES = {
  'name-form': error(
    COMPONENTS,
    'The name has other characters than a to z, 0 to 9 and _.',
    'Write it in small letters with _ between words.',
  ),
  'name-too-long': error(COMPONENTS, 'The name has {count} characters; {max} are allowed.', 'Shorten it.'),
  'language-unknown': error(
    COMPONENTS,
    'WhatsApp has no templates in the language {language}.',
    'Choose one of its languages.',
  ),
  'header-empty': error(COMPONENTS, 'The header has no text.', 'Write it, or take the header away.'),
  'header-too-long': error(COMPONENTS, 'The header has {count} characters; {max} are allowed.', 'Shorten it.'),
  'header-variables': error(
    COMPONENTS,
    'The header has {count} variables; one is allowed.',
    'Keep one and move the others into the text.',
  ),
  'header-form': error(
    COMPONENTS,
    'The header has a line break, an emoji or a mark such as * or _.',
    'Take it away; the text may have them.',
  ),
  'header-sample-missing': error(
    COMPONENTS,
    'The {format} of the header has no sample.',
    'Upload one; WhatsApp reviews it and citizens never see it.',
  ),
  'header-card-format': error(COMPONENTS, 'The header of a card is a picture or a film.', 'Choose one of the two.'),
  'body-missing': error(COMPONENTS, 'There is no text.', 'Write what citizens are to read.'),
  'body-too-long': error(COMPONENTS, 'The text has {count} characters; {max} are allowed.', 'Shorten it.'),
  'spaces-in-a-row': error(REVIEW, 'There are more than four spaces in a row.', 'Use one space, or a line break.'),
  'too-many-emojis': error(REVIEW, 'The text has {count} emojis; {max} are allowed.', 'Take some away.'),
  'too-many-line-breaks': error(
    REVIEW,
    'There are more than two line breaks in a row.',
    'Leave at most one line empty.',
  ),
  'footer-empty': error(COMPONENTS, 'The footer has no text.', 'Write it, or take the footer away.'),
  'footer-too-long': error(COMPONENTS, 'The footer has {count} characters; {max} are allowed.', 'Shorten it.'),
  'footer-variable': error(COMPONENTS, 'The footer has a variable; footers cannot have any.', 'Move it into the text.'),
  'variable-at-start': error(
    REVIEW,
    'The text begins with the variable {name}.',
    'Put words before it, such as a greeting.',
  ),
  'variable-at-end': error(
    REVIEW,
    'The text ends with the variable {name}.',
    'Put words after it; a full stop is not enough.',
  ),
  'variables-adjacent': error(REVIEW, 'The variables {name} and {next} stand side by side.', 'Put words between them.'),
  'variables-too-many': error(
    REVIEW,
    'There are {count} variables in {words} words; at least {needed} words are needed.',
    'Write more words, or use fewer variables.',
  ),
  'variables-mixed': error(COMPONENTS, 'Some variables are numbers and some are names.', 'Give every variable a name.'),
  'variable-gap': error(
    COMPONENTS,
    'The variable {name} comes without {missing}.',
    'Number them 1, 2, 3 without a gap, or give them names.',
  ),
  'variable-name-form': error(
    COMPONENTS,
    'The variable {name} has other characters than a to z, 0 to 9 and _.',
    'Write it in small letters with _ between words.',
  ),
  'variable-braces': error(
    REVIEW,
    'There are braces that are no variable: {text}.',
    'Write a variable as {{name}}, and no # $ or % inside.',
  ),
  'variable-unnamed': warning(
    OURS,
    'The variable {name} is a number.',
    'A name such as first_name tells colleagues what goes there.',
  ),
  'example-missing': error(
    REVIEW,
    'The variable {name} has no example.',
    'Write one; WhatsApp reviews the text with it.',
  ),
  'example-personal': error(REVIEW, 'The example of {name} looks like the data of a real person.', 'Invent one.'),
  'example-form': error(
    REVIEW,
    'The example of {name} has a line break or more than four spaces in a row.',
    'Write it in one line.',
  ),
  'variable-unused': warning(
    OURS,
    'The variable {name} is described and not in the text.',
    'Put it into the text, or take its description away.',
  ),
  'buttons-too-many': error(COMPONENTS, 'There are {count} buttons; {max} are allowed.', 'Take some away.'),
  'buttons-too-many-of-kind': error(
    COMPONENTS,
    'There are {count} buttons of the kind {type}; {max} are allowed.',
    'Take some away.',
  ),
  'buttons-order': error(
    COMPONENTS,
    'Quick replies stand between other buttons.',
    'Put all quick replies first or all last.',
  ),
  'buttons-hidden': warning(
    COMPONENTS,
    'Of more than three buttons, all from the third are behind “See all options”, and computers may show none.',
    'Keep to three where you can.',
  ),
  'button-label-missing': error(COMPONENTS, 'The button has no words.', 'Write them.'),
  'button-label-too-long': error(
    COMPONENTS,
    'The words of the button have {count} characters; {max} are allowed.',
    'Shorten them.',
  ),
  'button-label-form': error(
    COMPONENTS,
    'The words of the button have a variable, a line break or an emoji.',
    'Use plain words.',
  ),
  'button-label-twice': error(COMPONENTS, 'Two buttons have the same words.', 'Give each its own.'),
  'url-missing': error(COMPONENTS, 'The button has no web address.', 'Write one that begins with https://.'),
  'url-form': error(
    COMPONENTS,
    'This is no web address that begins with https:// or http://.',
    'Copy it whole from a browser.',
  ),
  'url-too-long': error(COMPONENTS, 'The address has {count} characters; {max} are allowed.', 'Shorten it.'),
  'url-variable': error(
    COMPONENTS,
    'An address may have one variable, {{1}}, and only at its end.',
    'Move it to the end.',
  ),
  'url-example': error(
    COMPONENTS,
    'The example is not the whole address with a value in place of {{1}}.',
    'Write one that begins with the same address.',
  ),
  'url-shortened': error(REVIEW, 'The address {host} hides where it leads.', 'Write the address of your own site.'),
  'url-whatsapp': error(
    REVIEW,
    'Links to WhatsApp itself are refused in buttons.',
    'Use a quick reply or a phone button.',
  ),
  'phone-form': error(
    COMPONENTS,
    'This is no phone number with + and at most 20 characters.',
    'Write it as +44 1632 960001.',
  ),
  'code-sample': error(
    COMPONENTS,
    'A code to copy needs an example of at most {max} letters and digits.',
    'Write one.',
  ),
  'flow-missing': error(COMPONENTS, 'The button names no flow.', 'Give the id of the flow and its first screen.'),
  'cards-count': error(COMPONENTS, 'There are {count} cards; 2 to 10 are allowed.', 'Add or take away cards.'),
  'cards-differ': error(
    COMPONENTS,
    'The cards are not made alike.',
    'Give every card the same kind of header, text or none, and the same kinds of buttons in the same order.',
  ),
  'cards-buttons': error(COMPONENTS, 'A card has {count} buttons; 1 or 2 are allowed.', 'Add or take away buttons.'),
  'cards-with-header': error(
    COMPONENTS,
    'A template with cards has no header, footer or buttons of its own.',
    'Put them into the cards.',
  ),
  'offer-text': error(
    COMPONENTS,
    'The words of the offer have {count} characters; 1 to {max} are allowed.',
    'Write a few words.',
  ),
  'offer-category': error(COMPONENTS, 'An offer that ends is marketing.', 'Choose the category marketing.'),
  'offer-footer': error(COMPONENTS, 'A template with an offer has no footer.', 'Take the footer away.'),
  'code-missing': error(
    CODES,
    'A one-time code needs to be told how it is delivered.',
    'Choose copying, or filling in by your app.',
  ),
  'code-category': error(CODES, 'Only one-time codes have this button.', 'Choose the category one-time codes.'),
  'code-only': error(
    CODES,
    'WhatsApp writes the words of one-time codes itself.',
    'Take header, text, footer, buttons and cards away.',
  ),
  'code-expiry': error(CODES, 'A code expires after 1 to 90 minutes.', 'Write a number of minutes.'),
  'code-apps': error(
    CODES,
    'Filling in needs 1 to 5 apps, each with its package and a hash of 11 characters.',
    'Add your app, or choose copying.',
  ),
  'code-terms': error(
    CODES,
    'Filling in without a tap needs that you accept WhatsApp’s terms for it.',
    'Accept them, or choose copying.',
  ),
  'ttl-range': error(
    COMPONENTS,
    'The time to deliver is {min} to {max} seconds for this category.',
    'Change it, or leave it to WhatsApp.',
  ),
  'duplicate-content': error(
    REVIEW,
    'The template {other} has the same text and footer in this language.',
    'Use that one, or change the words.',
  ),
  'category-marketing': warning(
    CATEGORIES,
    'This reads like marketing: “{word}”. WhatsApp may make it marketing, which costs more and which people can refuse.',
    'Take the words away, or choose the category marketing.',
  ),
  'category-code': warning(
    CATEGORIES,
    'This reads like a one-time code: “{word}”.',
    'Choose the category one-time codes; WhatsApp refuses codes elsewhere.',
  ),
  'asks-for-secrets': error(
    REVIEW,
    'The text asks for “{word}”. WhatsApp rejects templates that ask for whole card or identity numbers.',
    'Ask on your own site, or for the last digits only.',
  ),
  'no-way-out': warning(
    CATEGORIES,
    'Marketing without a way to stop it.',
    'Add a quick reply such as “Stop promotions”.',
  ),
  'all-capitals': warning(
    OURS,
    'Much of this is in capitals.',
    'Write as usual; capitals read as shouting and some screen readers spell them.',
  ),
  'long-sentence': warning(OURS, 'A sentence has {count} words.', 'Make two of it; 25 words are enough.'),
  'script-mismatch': error(
    REVIEW,
    'The text is not in the script of {language}.',
    'Translate it, or choose the language in which it is.',
  ),
} as const satisfies Record<string, LintRule>;

export type LintCode = keyof typeof LINT_RULES;
