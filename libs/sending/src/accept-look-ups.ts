import type { KnownContact } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { PhoneNumbersService, SendingNumber } from '#libs/phone-numbers';
import { checkVariables, type SendableTemplate, type TemplatesService, templateParameters } from '#libs/templates';
import type { SendRequest } from './send-request.js';

const DEFAULT_LANGUAGE = 'en';

/** Numbers and templates that the messages of one transaction name, each looked up once. */
export class LookUps {
  private readonly numbersFound = new Map<string, Promise<SendingNumber>>();
  private readonly templatesFound = new Map<string, Promise<SendableTemplate>>();

  constructor(
    private readonly tx: AgencyTx,
    private readonly numbers: PhoneNumbersService,
    private readonly templates: TemplatesService,
  ) {}

  number(numberId: Uuid | undefined): Promise<SendingNumber> {
    const { mode } = this.tx;
    return once(this.numbersFound, numberId ?? '', () => this.numbers.pick(this.tx, { numberId, mode }));
  }

  /** @throws DomainError when the template may not be sent or its variables do not fit */
  async template(
    { template, language }: SendRequest,
    { wabaId }: SendingNumber,
    contact: KnownContact | null,
  ): Promise<SendableTemplate | null> {
    if (!template) return null;
    const wanted = {
      wabaId,
      name: template.name,
      language: template.language ?? language ?? contact?.language ?? DEFAULT_LANGUAGE,
    };
    const found = await once(this.templatesFound, JSON.stringify(wanted), () =>
      this.templates.getApproved(this.tx, wanted),
    );
    const problems = checkVariables(found, template.variables);
    if (problems.length > 0) throw templateParameters(problems);
    return found;
  }
}

/** A refusal is remembered like an answer: the next message that names the same gets the same. */
function once<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}
