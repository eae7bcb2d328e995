import { DomainError } from '#libs/kernel';

function conflict(code: string, detail: string): DomainError {
  return new DomainError(code, { httpStatus: 409, detail });
}

export function goLiveIncomplete(missing: readonly string[]): DomainError {
  return new DomainError('go-live-incomplete', {
    httpStatus: 409,
    detail: `Not everything is done yet: ${missing.join(', ')}.`,
    errors: missing.map((task) => ({ field: task, code: 'not-done', message: `${task} is not done` })),
  });
}

export function goLiveOpen(): DomainError {
  return conflict('go-live-requested', 'The agency has asked already; the platform is looking at it.');
}

export function goLiveNotRequested(): DomainError {
  return conflict('go-live-not-requested', 'There is no request to go live that waits for an answer.');
}

export function notOnTrial(status: string): DomainError {
  return conflict('agency-status', `Only an agency on trial can go live; this one is ${status}.`);
}

export function taskTicksItself(task: string): DomainError {
  return conflict('task-automatic', `${task} is ticked by itself once it is so. It cannot be set.`);
}

/** Neither one's own request nor one of an agency whose admin one is. */
export function ownRequest(): DomainError {
  return new DomainError('own-request', {
    httpStatus: 403,
    detail: 'Nobody approves what they asked for, nor for an agency whose administrator they are.',
    logLevel: 'info',
  });
}

export function secondPersonNeeded(): DomainError {
  return new DomainError('second-person-needed', {
    httpStatus: 403,
    detail: 'You have approved this already. The second approval is for somebody else.',
    logLevel: 'info',
  });
}

export function personNeeded(): DomainError {
  return new DomainError('person-needed', {
    httpStatus: 403,
    detail: 'Two people approve this, by name. Sign in, or name a platform administrator.',
  });
}

export function breakGlassDecided(): DomainError {
  return conflict(
    'break-glass-decided',
    'This entry was approved, closed or left to lapse already. Ask for a new one.',
  );
}
