import { own } from '../own';
import { flag, oneOf, readFields, text } from './fields';
import type { Resource } from './resource';
import type { FrontlineUser } from './state';

const FIELDS = {
	FriendlyName: text(256),
	Avatar: text(2048),
	State: oneOf('active', 'deactivated'),
	IsAvailable: flag,
};

/** Frontline's whole API: read or change one user, by SID or identity. It has no list and creates nobody. */
export const frontlineUsers: Resource<FrontlineUser> = {
	key: 'users',
	path: '/v1/Users',
	all: ({ state }) => Object.values(state.frontlineUsers),
	find: (id, { state }) =>
		own(state.frontlineUsers, id) ?? Object.values(state.frontlineUsers).find((user) => user.identity === id),
	render: (user, { base }) => ({ ...user, url: `${base}/v1/Users/${user.sid}` }),
	update: (user, { form }) => {
		const sent = readFields(FIELDS, form);
		user.friendly_name = sent.FriendlyName ?? user.friendly_name;
		user.avatar = sent.Avatar ?? user.avatar;
		user.state = sent.State ?? user.state;
		user.is_available = sent.IsAvailable ?? user.is_available;
	},
};

export const FRONTLINE = { frontlineUsers };
