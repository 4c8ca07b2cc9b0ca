import { type AccountTable, prepareAccountTable } from './account-table.ts';
import { type CalendarLinkTable, prepareCalendarLinkTable } from './calendar-link-table.ts';
import { type GlassTable, prepareGlassTable } from './glass-table.ts';
import { type GuessTable, prepareGuessTable } from './guess-table.ts';
import { type LogTable, prepareLogTable } from './log-table.ts';
import { openAccessFile } from './open-access-file.ts';
import { type PasskeyTable, preparePasskeyTable } from './passkey-table.ts';
import { prepareSavedWorklistTable, type SavedWorklistTable } from './saved-worklist-table.ts';
import { prepareSessionTable, type SessionTable } from './session-table.ts';
import { prepareTokenTable, type TokenTable } from './token-table.ts';

/** Accounts, sessions, passkeys, tokens, broken glasses, and the log of who did or saw what: one file beside the record. */
export type AccessStore = {
  readonly accounts: AccountTable;
  readonly sessions: SessionTable;
  readonly serviceTokens: TokenTable;
  readonly joinLinks: TokenTable;
  readonly passkeys: PasskeyTable;
  readonly guesses: GuessTable;
  readonly glass: GlassTable;
  readonly calendarLinks: CalendarLinkTable;
  readonly savedWorklists: SavedWorklistTable;
  readonly log: LogTable;
  close(): void;
};

/**
 * Opens the file of accounts, made where there is none; `:memory:` forgets it at the end.
 *
 * It is apart from the record, so that a copy of the record that is handed on holds no way to sign in.
 */
export function openAccessStore(file: string): AccessStore {
  const db = openAccessFile(file);
  return {
    accounts: prepareAccountTable(db),
    sessions: prepareSessionTable(db),
    serviceTokens: prepareTokenTable(db, 'service_token'),
    joinLinks: prepareTokenTable(db, 'join_link'),
    passkeys: preparePasskeyTable(db),
    guesses: prepareGuessTable(db),
    glass: prepareGlassTable(db),
    calendarLinks: prepareCalendarLinkTable(db),
    savedWorklists: prepareSavedWorklistTable(db),
    log: prepareLogTable(db),
    close: () => void db.close(),
  };
}
