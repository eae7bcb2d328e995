import { DomainError } from '#libs/kernel';

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
