import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALENDAR } from './calendar';

/** A file that someone can download. */
export interface OfficeFile {
	/** Its Content-Type. */
	type: string;
	content: string | Buffer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** By name. The roster was made with SheetJS, with dates and times as Excel keeps them: as numbers with a format. */
export const FILES: Readonly<Record<string, OfficeFile>> = {
	'support-team.ics': { type: 'text/calendar; charset=utf-8', content: CALENDAR },
	'roster.xlsx': { type: XLSX, content: readFileSync(join(__dirname, 'roster.xlsx')) },
};
