import { OneOf, Text } from '#libs/http';
import { GO_LIVE_TASK_KEYS, type GoLiveTaskKey } from '#libs/onboarding';

export class CommentDto {
  @OneOf(GO_LIVE_TASK_KEYS, { description: 'The task that it is about' })
  task: GoLiveTaskKey;

  @Text({ max: 2000, example: 'The legal name must be the one of the register.' })
  text: string;
}

export class SendBackDto {
  @Text({ max: 2000, description: 'What has to change', example: 'Please see the two comments.' })
  comment: string;
}
