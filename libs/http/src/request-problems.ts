import type { ValidationError } from 'class-validator';
import type { FieldProblem } from '#libs/kernel';
import { FIELD_CONSTRAINT, FieldFault, MISSING } from './field.js';
import { EntryFault } from './text-map.decorator.js';

/** A client mends a handful at a time; a body of 256 KB can hold thousands. */
export const MAX_PROBLEMS = 50;
const MAX_PATH = 200;

const UNKNOWN_FIELD = new FieldFault('unknown-field', 'is not a field of this request');

/** class-validator's findings as the problems of the API: one for each field, with its whole path. */
export function fieldProblems(errors: readonly ValidationError[]): FieldProblem[] {
  return errors.flatMap((error) => problemsOf(error, '')).slice(0, MAX_PROBLEMS);
}

export function unknownField(path: string): FieldProblem {
  return fieldProblem(path, UNKNOWN_FIELD);
}

export function fieldProblem(path: string, fault: FieldFault): FieldProblem {
  const field = path.length > MAX_PATH ? `${path.slice(0, MAX_PATH)}…` : path;
  const { code, limit } = fault;
  return { field, code, message: `${lastName(field)} ${fault.message}`, ...(limit !== undefined && { limit }) };
}

function problemsOf(error: ValidationError, parent: string): FieldProblem[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const constraints = error.constraints ?? {};
  if (error.value instanceof FieldFault) return [faultProblem(path, error.value)];
  if (FIELD_CONSTRAINT in constraints) return [fieldProblem(path, MISSING)];
  if ('whitelistValidation' in constraints) return [fieldProblem(path, UNKNOWN_FIELD)];
  return (error.children ?? []).flatMap((child) => problemsOf(child, path));
}

export function faultProblem(path: string, fault: FieldFault): FieldProblem {
  return fieldProblem(fault instanceof EntryFault ? `${path}.${fault.key}` : path, fault);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
