import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

const STEP_UP_METADATA = 'belfry:step-up';

/** The route is a dangerous act: whoever calls it has proved again, in the last ten minutes, who they are. */
export function StepUp(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(STEP_UP_METADATA, true), ApiExtension('x-step-up', true));
}

export function needsStepUp(method: object, controller: object): boolean {
  return [method, controller].some((target) => Reflect.getMetadata(STEP_UP_METADATA, target) === true);
}
