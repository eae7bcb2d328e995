import { applyDecorators } from '@nestjs/common';
import { ApiProblem } from '#libs/http';

/** What one step may be refused with besides what all of them may. */
export interface StepProblems {
  readonly refused?: readonly string[];
  readonly tooMany?: readonly string[];
}

export const REGISTER_PROBLEMS: StepProblems = {
  refused: ['pin-wrong', 'pin-missing', 'number-not-verified'],
  tooMany: ['registrations-exhausted', 'pin-locked', 'pin-too-fast'],
};

/** Documents what a step with WhatsApp may be refused with. */
export function ProviderProblems({ refused = [], tooMany = [] }: StepProblems = {}): MethodDecorator {
  return applyDecorators(
    ApiProblem(400, 'invalid-request'),
    ApiProblem(404, 'not-found'),
    ApiProblem(409, 'number-step-not-due', 'number-busy'),
    ApiProblem(422, ...refused, ...REFUSED),
    ApiProblem(429, ...tooMany, 'provider-rate-limited'),
    ApiProblem(502, 'provider-unreachable', 'provider-silent', 'provider-fault'),
    ApiProblem(503, 'sandbox-unavailable'),
  );
}

const REFUSED = [
  'token-invalid',
  'token-lacks-permission',
  'account-locked',
  'account-restricted',
  'provider-id-unknown',
  'provider-refused',
];
