import type { GroupStatus } from '../../../engine/groups/engine-groups.ts';

/**
 * What the rules of size of a group would say if one more patient joined it: how many places are free, that the group is full, or that there
 * would be too few who lead. Nothing where it has no such rule. Pure.
 */
export function spaceWords({
  group,
  members,
  placesFree,
}: Pick<GroupStatus, 'group' | 'members' | 'placesFree'>): string[] {
  const { patientsPerLeader: ratio, coLeader } = group;
  const next = members.length + 1;
  const leading = coLeader === undefined ? 1 : 2;
  const places =
    placesFree === null
      ? []
      : placesFree === 0
        ? ['The group is full: another patient waits for a place, or joins with a reason.']
        : [
            placesFree === 1
              ? 'One place is free; with it the group is full.'
              : `${placesFree} places are free.`,
          ];
  return [
    ...places,
    ...(ratio !== undefined && next > ratio * leading
      ? [
          `With one more there are ${next} patients and ${leading} leading; the group asks for one for every ${ratio}.`,
        ]
      : []),
  ];
}
