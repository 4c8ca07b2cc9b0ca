/**
 * What a role may reach through one route: `no`, or `yes` where no patient is concerned, or whose records: `caseload` the own
 * caseload, `site` the own site, and both beyond that by breaking the glass; `all` every episode.
 */
export type Reach = 'no' | 'yes' | 'caseload' | 'site' | 'all';
