import { DomainError } from '#libs/kernel';
import type { AgencyStatus, StatusMoveName } from './agency-status.js';

export function slugTaken(slug: string): DomainError {
  return new DomainError('slug-taken', {
    httpStatus: 409,
    detail: `Another agency already has the slug ${slug}. Choose a different one.`,
  });
}

export function departmentNameTaken(name: string): DomainError {
  return new DomainError('department-name-taken', {
    httpStatus: 409,
    detail: `This agency already has a department named ${name}.`,
  });
}

export function departmentArchived(): DomainError {
  return new DomainError('department-archived', {
    httpStatus: 409,
    detail: 'This department is archived and stays as it is. Make a new one; the name is free.',
  });
}

const WORDS: Readonly<Record<StatusMoveName, string>> = {
  activate: 'Only an agency on trial can go live',
  suspend: 'Only an agency on trial or live can be suspended',
  reactivate: 'Only a suspended agency can be reactivated',
  close: 'A closed agency stays closed',
};

export function statusConflict(move: StatusMoveName, status: AgencyStatus): DomainError {
  return new DomainError('agency-status', { httpStatus: 409, detail: `${WORDS[move]}; this one is ${status}.` });
}

export function agencySuspended(): DomainError {
  return new DomainError('agency-suspended', {
    httpStatus: 403,
    detail: 'This agency is suspended or closed. Ask the operator of the platform.',
  });
}

export function guestsOnly(): DomainError {
  return new DomainError('trial-guests-only', {
    httpStatus: 422,
    detail: 'An agency on trial writes only to the phone numbers on its guest list. Add this one, or ask to go live.',
  });
}

export function trialLimit(limit: number, retryAfterSeconds: number): DomainError {
  return new DomainError('trial-limit', {
    httpStatus: 429,
    detail: `An agency on trial sends at most ${limit} messages a day. The next day begins when Retry-After has passed.`,
    retryAfterSeconds,
  });
}

export function guestKnown(): DomainError {
  return new DomainError('guest-known', { httpStatus: 409, detail: 'This phone number is on the guest list already.' });
}

export function tooManyGuests(limit: number): DomainError {
  return new DomainError('too-many-guests', {
    httpStatus: 409,
    detail: `The guest list holds at most ${limit} phone numbers. Remove one first.`,
  });
}
