import { ApiResponse } from '@nestjs/swagger';
import { PROBLEM_CONTENT } from './problem.js';

/** Documents the refusals of one status that a route can answer with: `@ApiProblem(422, 'opt-in-missing', 'suppressed')`. */
export function ApiProblem(status: number, ...codes: readonly string[]): MethodDecorator & ClassDecorator {
  const description = codes.map((code) => `\`${code}\``).join(', ');
  return ApiResponse({ status, description, content: PROBLEM_CONTENT });
}
