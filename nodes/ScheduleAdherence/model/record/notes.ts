import { shortened } from '../../../shared/values/text';
/** Something that people should know before they believe the figures. */
export interface AdherenceNote {
	level: 'info' | 'warning';
	message: string;
}

/** How many names are listed; more are counted. */
const MOST_LISTED_NAMES = 5;

/** Such as `Anna, Bob and 12 more`. */
export function namesList(names: Iterable<string>): string {
	const all = [...names];
	const more = all.length > MOST_LISTED_NAMES ? ` and ${all.length - MOST_LISTED_NAMES} more` : '';
	return `${all.slice(0, MOST_LISTED_NAMES).map(shortened).join(', ')}${more}`;
}
