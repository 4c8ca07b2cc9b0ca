/** Marks a SQLite file as a Stepwell store: the letters SWEL, as `PRAGMA application_id` keeps them. */
export const APPLICATION_ID = 0x5357454c;
