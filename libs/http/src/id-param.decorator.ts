import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { ID_PREFIXES, type IdKind, notFound, parseWireId, type Uuid } from '#libs/kernel';

/** An id in the path, as the UUID inside it. What is no id is answered like an id that does not exist. */
export function IdParam(kind: IdKind, name: string = 'id'): ParameterDecorator {
  const documented = ApiParam({ name, schema: { type: 'string', example: `${ID_PREFIXES[kind]}_…` } });
  return (target, property, index) => {
    Param(name, new WireIdPipe(kind))(target, property, index);
    const descriptor = property && Object.getOwnPropertyDescriptor(target, property);
    if (descriptor) documented(target, property, descriptor);
  };
}

class WireIdPipe implements PipeTransform<string, Uuid> {
  constructor(private readonly kind: IdKind) {}

  transform(text: string): Uuid {
    const id = parseWireId(this.kind, text);
    if (!id) throw notFound();
    return id;
  }
}
