import { ApiProperty } from '@nestjs/swagger';
import { toWireId } from '#libs/kernel';
import {
  GO_LIVE_SECTIONS,
  GO_LIVE_STATUSES,
  GO_LIVE_TASK_KEYS,
  type GoLiveComment,
  type GoLiveView,
  type TaskView,
} from '#libs/onboarding';

export class GoLiveCommentDto {
  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'usr_01k9q3z5t8e7zv2r4m6w8x0y1a', description: 'Somebody of the platform' })
  by: string;
}

export class GoLiveTaskDto {
  @ApiProperty({ enum: GO_LIVE_TASK_KEYS })
  key: string;

  @ApiProperty({ enum: ['done', 'to-do', 'waiting-whatsapp', 'waiting-us', 'needs-change'] })
  status: string;

  @ApiProperty({ description: 'True when a person says that it is done; the others tick themselves' })
  manual: boolean;

  @ApiProperty({ description: 'True when an agency may go live without it' })
  optional: boolean;

  @ApiProperty({ enum: ['agency_admin', 'developer', 'platform_admin'], description: 'Who can do it' })
  who: string;

  @ApiProperty({ format: 'date-time', required: false })
  doneAt?: string;

  @ApiProperty({ required: false, example: 'usr_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  doneBy?: string;

  @ApiProperty({ description: 'Where in the console it is done', example: '/settings' })
  link: string;

  @ApiProperty({ type: GoLiveCommentDto, isArray: true })
  comments: GoLiveCommentDto[];
}

export class GoLiveSectionDto {
  @ApiProperty({ enum: GO_LIVE_SECTIONS })
  key: string;

  @ApiProperty({ type: GoLiveTaskDto, isArray: true })
  tasks: GoLiveTaskDto[];
}

export class GoLiveProgressDto {
  @ApiProperty()
  done: number;

  @ApiProperty()
  of: number;
}

export class GoLiveRequestDto {
  @ApiProperty({ example: 'glr_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ enum: ['requested', 'sent-back', 'withdrawn', 'approved'] })
  state: string;

  @ApiProperty()
  requestedBy: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ type: String, isArray: true, description: 'Who has approved, at most two' })
  approvedBy: string[];

  @ApiProperty({ type: GoLiveCommentDto, isArray: true, description: 'What was said of the request as a whole' })
  comments: GoLiveCommentDto[];
}

export class GoLiveDto {
  @ApiProperty({ enum: GO_LIVE_STATUSES, description: '`approved`: by the first of two people' })
  status: string;

  @ApiProperty({ type: GoLiveProgressDto })
  progress: GoLiveProgressDto;

  @ApiProperty({ type: GoLiveSectionDto, isArray: true })
  sections: GoLiveSectionDto[];

  @ApiProperty({ type: GoLiveRequestDto, required: false, description: 'The newest request' })
  request?: GoLiveRequestDto;
}

export function toGoLiveDto({ status, progress, sections, request }: GoLiveView): GoLiveDto {
  return {
    status,
    progress,
    sections: sections.map(({ key, tasks }) => ({ key, tasks: tasks.map(toTaskDto) })),
    ...(request && {
      request: {
        id: toWireId('goLiveRequest', request.id),
        state: request.state,
        requestedBy: toWireId('user', request.requestedBy),
        requestedAt: request.requestedAt.toISOString(),
        approvedBy: [request.firstApprovedBy, request.secondApprovedBy].flatMap((id) =>
          id ? [toWireId('user', id)] : [],
        ),
        comments: request.comments.map(toCommentDto),
      },
    }),
  };
}

function toTaskDto({ doneAt, doneBy, comments, optional = false, ...task }: TaskView): GoLiveTaskDto {
  return {
    ...task,
    optional,
    ...(doneAt && { doneAt: doneAt.toISOString() }),
    ...(doneBy && { doneBy: toWireId('user', doneBy) }),
    comments: comments.map(toCommentDto),
  };
}

function toCommentDto({ text, at, by }: GoLiveComment): GoLiveCommentDto {
  return { text, at: at.toISOString(), by: toWireId('user', by) };
}
