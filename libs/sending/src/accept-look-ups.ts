import { Injectable } from '@nestjs/common';
import type { KnownContact } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import { DomainError } from '#libs/kernel';
import { PhoneNumbersService, type SendingNumber } from '#libs/phone-numbers';
import {
  checkVariables,
  type SendableTemplate,
  TemplatesService,
  templateParameters,
  type WantedTemplate,
} from '#libs/templates';
import type { SendRequest } from './send-request.js';

const DEFAULT_LANGUAGE = 'en';

/** What a request names, or why it may not. */
export type Found<T> = T | DomainError;

/** The numbers and templates that messages name, each looked up once, with a number of statements that is always the same. */
@Injectable()
export class AcceptLookUps {
  constructor(
    private readonly phoneNumbers: PhoneNumbersService,
    private readonly allTemplates: TemplatesService,
  ) {}

  /** The number that each request leaves from. One statement. */
  async numbers(tx: AgencyTx, requests: readonly SendRequest[]): Promise<Found<SendingNumber>[]> {
    const wanted = requests.map(({ numberId }) => numberId ?? null);
    const distinct = [...new Set(wanted)];
    const picked = await this.phoneNumbers.pickAll(tx, tx.mode, distinct);
    const byId = new Map(distinct.map((id, place) => [id, picked[place]]));
    return wanted.map((id) => byId.get(id) as Found<SendingNumber>);
  }

  /** The approved template of each request that has one; a refusal also when its variables do not fit. At most two statements. */
  async templates(
    tx: AgencyTx,
    requests: readonly SendRequest[],
    numbers: readonly Found<SendingNumber>[],
    contacts: readonly (KnownContact | null)[],
  ): Promise<Found<SendableTemplate | null>[]> {
    const wanted = requests.map((request, place) => wantedTemplate(request, numbers[place], contacts[place]));
    const distinct = new Map(wanted.flatMap((one) => (one ? [[keyOf(one), one] as const] : [])));
    const approved = await this.allTemplates.listApproved(tx, [...distinct.values()]);
    const byKey = new Map([...distinct.keys()].map((key, place) => [key, approved[place]]));
    return wanted.map((one, place) => {
      const found = one && byKey.get(keyOf(one));
      return found && !(found instanceof DomainError) ? withVariables(found, requests[place]) : (found ?? null);
    });
  }
}

function wantedTemplate(
  { template, language }: SendRequest,
  number: Found<SendingNumber> | undefined,
  contact: KnownContact | null | undefined,
): WantedTemplate | null {
  if (!template || !number || number instanceof DomainError) return null;
  return {
    wabaId: number.wabaId,
    name: template.name,
    language: template.language ?? language ?? contact?.language ?? DEFAULT_LANGUAGE,
  };
}

/** Names hold no line breaks. */
function keyOf({ wabaId, name, language }: WantedTemplate): string {
  return `${wabaId}\n${name}\n${language}`;
}

function withVariables(found: SendableTemplate, request: SendRequest | undefined): Found<SendableTemplate> {
  const problems = checkVariables(found, request?.template?.variables ?? {});
  return problems.length > 0 ? templateParameters(problems) : found;
}
