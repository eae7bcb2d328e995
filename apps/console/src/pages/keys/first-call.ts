interface Purpose {
  code: string;
  category: string;
}

interface Template {
  name: string;
  language: string;
  category: string;
  variables: readonly string[];
}

/** The number on the simulator's first phone; no person has it. https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
const PHONE = '+447700900123';

/**
 * A command that sends a first message with a key, of what the agency has: on one line, so that it can be selected as well
 * as copied. Undefined when there is nothing yet that may be sent without asking for consent first.
 */
export function firstCall(
  origin: string,
  secret: string,
  idempotencyKey: string,
  { purposes, templates }: { purposes: readonly Purpose[]; templates: readonly Template[] },
): string | undefined {
  const purpose = purposes.find(({ category }) => category !== 'marketing');
  const template = templates.find(({ category }) => category !== 'MARKETING');
  if (!purpose || !template) return undefined;
  const { name, language } = template;
  const variables = Object.fromEntries(template.variables.map((variable) => [variable, variable]));
  const body = JSON.stringify({ to: PHONE, purpose: purpose.code, template: { name, language, variables } });
  return [
    `curl ${origin}/v1/messages`,
    `-H 'Authorization: Bearer ${secret}'`,
    `-H 'Content-Type: application/json'`,
    `-H 'Idempotency-Key: ${idempotencyKey}'`,
    // A shell ends the text at the first quote; JSON may write the same sign by its number.
    `-d '${body.replaceAll("'", '\\u0027')}'`,
  ].join(' ');
}
