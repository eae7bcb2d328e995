import { ApiProperty } from '@nestjs/swagger';

/** How the stored templates differed from Meta's list. */
export class SyncResultDto {
  @ApiProperty({ example: 3 })
  added: number;

  @ApiProperty({ description: 'New content, status or category, or no longer listed', example: 0 })
  changed: number;

  @ApiProperty({ example: 12 })
  unchanged: number;
}
