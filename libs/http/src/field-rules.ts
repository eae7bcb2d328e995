import type { Type as ClassOf } from '@nestjs/common';
import type { FieldReader } from './field.js';

/** What the decorators of one property say together. */
export interface FieldRules {
  read?: FieldReader;
  isOptional?: boolean;
  /** The DTO of an object inside. */
  nested?: () => ClassOf;
  /** The other form of that object. */
  widen?: (value: unknown) => unknown;
  /** The property is a list of objects, which only the whole validation reads. */
  isList?: boolean;
  /** The property holds items that are read one by one later; nothing looks into it before. */
  hasItems?: boolean;
}

const RULES = new WeakMap<object, Map<string, FieldRules>>();

/** Adds to what is known of a property. Decorators of one property run one after the other, in no order that matters here. */
export function addFieldRules(target: object, property: string | symbol, rules: FieldRules): void {
  const ofClass = RULES.get(target.constructor) ?? new Map<string, FieldRules>();
  RULES.set(target.constructor, ofClass.set(String(property), { ...ofClass.get(String(property)), ...rules }));
}

export function hasItems(dto: ClassOf): boolean {
  return [...fieldRulesOf(dto).values()].some((rules) => rules.hasItems);
}

/** The properties of a DTO in the order in which it declares them, those that it inherits first. */
export function fieldRulesOf(dto: ClassOf): ReadonlyMap<string, FieldRules> {
  const parent = Object.getPrototypeOf(dto) as ClassOf | null;
  const inherited = typeof parent === 'function' && parent !== Function.prototype ? fieldRulesOf(parent) : [];
  return new Map([...inherited, ...(RULES.get(dto) ?? [])]);
}

const READ_BY_PLAN = new WeakSet<ClassOf>();

/**
 * A body of a busy route: it is read by its own plan, with the same problems and in a tenth of the time. All its properties
 * are made of `Field`.
 */
export function ReadByPlan(): ClassDecorator {
  return (target) => {
    READ_BY_PLAN.add(target as unknown as ClassOf);
  };
}

export function isReadByPlan(dto: ClassOf): boolean {
  return READ_BY_PLAN.has(dto) || hasItems(dto);
}
