import { type FieldProblem, invalidRequest } from '#libs/kernel';
import type { WantedNumber } from '#libs/phone-numbers';
import type { LinkNumberDto } from './dto/link-number.dto.js';

const NEW_NUMBER = ['countryCode', 'nationalNumber', 'verifiedName'] as const;

/** Which of the two ways of naming a number was taken; both at once and half of one are refused. */
export function toWantedNumber(body: LinkNumberDto): WantedNumber {
  const { phoneNumberId, countryCode, nationalNumber, verifiedName } = body;
  if (phoneNumberId !== undefined) {
    refuse(NEW_NUMBER.filter((field) => body[field] !== undefined).map(besidesId));
    return { phoneNumberId };
  }
  refuse(NEW_NUMBER.filter((field) => body[field] === undefined).map(missing));
  return { countryCode: countryCode ?? '', nationalNumber: nationalNumber ?? '', verifiedName: verifiedName ?? '' };
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw invalidRequest(problems);
}

function besidesId(field: string): FieldProblem {
  return { field, code: 'not-allowed', message: `${field} cannot stand beside phoneNumberId` };
}

function missing(field: string): FieldProblem {
  return { field, code: 'required', message: `${field} is required without phoneNumberId` };
}
