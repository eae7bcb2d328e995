import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { notFound } from '#libs/kernel';
import { GO_LIVE_TASK_KEYS, type GoLiveTaskKey } from '#libs/onboarding';

/** The task in the path. What is no task is answered like an id that does not exist. */
export function TaskParam(): ParameterDecorator {
  const documented = ApiParam({ name: 'key', schema: { type: 'string', enum: [...GO_LIVE_TASK_KEYS] } });
  return (target, property, index) => {
    Param('key', new TaskPipe())(target, property, index);
    const descriptor = property && Object.getOwnPropertyDescriptor(target, property);
    if (descriptor) documented(target, property, descriptor);
  };
}

class TaskPipe implements PipeTransform<string, GoLiveTaskKey> {
  transform(text: string): GoLiveTaskKey {
    const key = GO_LIVE_TASK_KEYS.find((one) => one === text);
    if (!key) throw notFound();
    return key;
  }
}
