import type { Called } from '../../shared/operation/lookup';
import type { Native } from '../../shared/state/adapter';
import { fold } from '../../shared/values/text';
import { attributesOf } from '../attributes';
import { textIn } from '../twilio';

/**
 * What people call a worker. Flex shows the attribute `full_name`, and `friendly_name` is the login there
 * (flex-project-template, WorkerDirectoryTab.tsx:81).
 */
export function calledOf({ friendly_name: friendlyName, attributes }: Record<string, unknown>): Called {
	const login = textIn(friendlyName);
	const { full_name: given, email } = attributesOf(attributes) ?? {};
	const fullName = textIn(given).trim();
	const shown = fullName === '' ? login : fullName;
	const label = login === '' || fold(shown) === fold(login) ? shown : `${shown} (${login})`;
	const names = [label, login, fullName, textIn(email).trim()].filter((name) => name !== '');
	return { label, names: [...new Set(names)] };
}

/** An activity as an event tells it; `undefined` where it tells none. */
export function activityIn(sid: unknown, name: unknown): Native | undefined {
	if (typeof sid !== 'string' || sid === '') return undefined;
	return { label: textIn(name) || sid, fields: { ActivitySid: sid } };
}
