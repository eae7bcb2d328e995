import { ApiProperty } from '@nestjs/swagger';
import type { Home } from '#libs/home';

export class NeedDto {
  @ApiProperty({ example: 'keys-expiring', description: 'What waits; new kinds may appear' })
  kind: string;

  @ApiProperty({ example: 2 })
  count: number;

  @ApiProperty({
    required: false,
    example: '/developers/keys',
    description: 'The page of the console where it is dealt with, when there is one',
  })
  to?: string;
}

export class TodayDto {
  @ApiProperty({ example: 1280 })
  accepted: number;

  @ApiProperty({ example: 1275, description: 'Taken over by WhatsApp; includes those that went further' })
  sent: number;

  @ApiProperty({ example: 1100 })
  delivered: number;

  @ApiProperty({ example: 640 })
  read: number;

  @ApiProperty({ example: 5 })
  failed: number;

  @ApiProperty({ example: 87 })
  received: number;
}

export class HomeDto {
  @ApiProperty({ type: [NeedDto], description: 'Only what the person may see, and only where something waits' })
  needsYou: NeedDto[];

  @ApiProperty({ type: TodayDto, description: "Since midnight in the agency's time zone" })
  today: TodayDto;
}

export function toHomeDto({ needsYou, today }: Home): HomeDto {
  return { needsYou: needsYou.map((need) => ({ ...need })), today: { ...today } };
}
