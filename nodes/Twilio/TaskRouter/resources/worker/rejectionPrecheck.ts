import type { Precheck } from '../../../../shared/operation/operation';

/** Twilio rejects pending reservations only if the new activity is not available, and otherwise answers 400. */
export const rejectionPrecheck: Precheck = {
	applies: ({ rejectPendingReservations, activity }) => rejectPendingReservations === true && activity !== undefined,
	path: '/v1/Workspaces/{workspace}/Activities/{activity}',
	problem: ({ available, friendly_name: name }) =>
		available === true
			? `'Reject Pending Reservations' is valid only when the new activity is not available, and "${String(name)}" is. Switch it off or choose another activity`
			: undefined,
};

/** It changes nothing by itself and goes along with a change of activity. */
export const dependentFields = { RejectPendingReservations: 'ActivitySid' };
