import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { invalidRequest } from '#libs/kernel';
import { FieldFault } from './field.js';
import { isReadByPlan } from './field-rules.js';
import { readByPlan } from './item-reader.js';
import { findShapeFault, isPlainObject } from './json-shape.js';
import { fieldProblem, fieldProblems } from './request-problems.js';

const NOT_AN_OBJECT = new FieldFault('not-an-object', 'must be a JSON object');

const VALIDATION = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false },
};

/** Turns bodies and queries into checked DTOs. Parameters whose type is no DTO pass as they are. */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !isDto(metatype)) return value;
    return readRequest(metatype, value ?? {}, type);
  }
}

/** @throws DomainError `invalid-request` that lists each field at fault */
export function readRequest<T extends object>(dto: ClassConstructor<T>, value: unknown, place: 'body' | 'query'): T {
  if (isReadByPlan(dto)) return readByPlan(dto, value, place);
  if (!isPlainObject(value)) throw invalidRequest([fieldProblem(place, NOT_AN_OBJECT)]);
  const shape = findShapeFault(value);
  if (shape) throw invalidRequest([fieldProblem(shape.path, shape.fault)]);
  const request = plainToInstance(dto, value, { exposeUnsetFields: false });
  const errors = validateSync(request, VALIDATION);
  if (errors.length > 0) throw invalidRequest(fieldProblems(errors));
  return request;
}

const BUILT_IN: ReadonlySet<unknown> = new Set([String, Boolean, Number, Array, Object, Buffer, Map, Date]);

function isDto(metatype: ArgumentMetadata['metatype']): metatype is ClassConstructor<object> {
  return metatype !== undefined && !BUILT_IN.has(metatype);
}
