import type { Break, ConpeekState, TenantUser } from './state';

/** A refusal. The page lists 403 and 404 alone, and no page shows the body of an error. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		/** The field that is wrong, if one is. */
		readonly field?: string,
	) {
		super(message);
	}
}

const forbidden = () => new Refusal(403, 'Nie można wykonać takiej akcji');

/** The user with this id, or else with this login: the page allows both and says nothing of a login made of digits. */
export function findUser(id: string, state: ConpeekState): TenantUser {
	const user =
		Object.values(state.users).find((one) => String(one.id) === id) ??
		Object.values(state.users).find((one) => one.login === id);
	if (!user) throw new Refusal(404, 'Nie znaleziono zasobu');
	return user;
}

/** Applies the flat body of `PUT /tenant_user/{user}/work_state`; fields of another state than the one set are ignored. */
export function setWorkState(user: TenantUser, body: Record<string, unknown>, state: ConpeekState): void {
	if (!user.consultant) throw forbidden();
	const cleared = { online_mode_id: null, break_type: null, break_cause: null, break_note: null };
	switch (body.work_state) {
		case 'ONLINE':
			Object.assign(user, cleared, {
				work_state: 'ONLINE',
				online_mode_id: onlineMode(user, body.online_mode_id),
			});
			return;
		case 'OFFLINE':
			Object.assign(user, cleared, { work_state: 'OFFLINE' });
			return;
		case 'ONBREAK': {
			const { name, type } = allowedBreak(user, body, state);
			const note = body.break_note ?? null;
			if (note === null && state.needsNote) throw new Refusal(422, 'Pole jest wymagane', 'break_note');
			if (note !== null && typeof note !== 'string') throw forbidden();
			Object.assign(user, cleared, {
				work_state: 'ONBREAK',
				break_type: type,
				break_cause: name,
				break_note: note,
			});
			return;
		}
		default:
			throw forbidden();
	}
}

/** FeatureTenantUserConsultant as far as the page shows it. */
export function consultantOf({ featureId, work_state, break_type, break_cause, break_note }: TenantUser) {
	return { id: featureId, work_state, break_type, break_cause, break_note };
}

/** Without a mode "the system assigns the first availability mode found". */
function onlineMode(user: TenantUser, sent: unknown): number {
	const mode = sent === undefined ? user.onlineModes[0] : sent;
	if (typeof mode !== 'number' || !user.onlineModes.includes(mode)) throw forbidden();
	return mode;
}

/** "To use a break, the user must belong to a group that the break is assigned to." */
function allowedBreak(user: TenantUser, body: Record<string, unknown>, { breaks }: ConpeekState): Break {
	const found = breaks.find(
		({ name, type, groups }) =>
			name === body.break_cause &&
			type === body.break_type &&
			groups.some((group) => user.groups.includes(group)),
	);
	if (!found) throw forbidden();
	return found;
}
