import { ApiProperty } from '@nestjs/swagger';
import type { Department } from '#libs/agencies';
import { toWireId } from '#libs/kernel';

export class DepartmentDto {
  @ApiProperty({ example: 'dep_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: 'Clinics' })
  name: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Messages a day; null: no quota' })
  dailyQuota: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Messages a calendar month; null: no quota' })
  monthlyQuota: number | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  archivedAt: string | null;
}

export class DepartmentPageDto {
  @ApiProperty({ type: [DepartmentDto], description: 'By name, archived ones last' })
  data: DepartmentDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: all departments fit on one page' })
  next: string | null;
}

export function toDepartmentDto({ id, createdAt, archivedAt, ...department }: Department): DepartmentDto {
  return {
    id: toWireId('department', id),
    name: department.name,
    dailyQuota: department.dailyQuota,
    monthlyQuota: department.monthlyQuota,
    createdAt: createdAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
  };
}
