import { Flag } from '#libs/http';

export class SayTaskDto {
  @Flag({ description: 'Whether it is done' })
  done: boolean;
}
