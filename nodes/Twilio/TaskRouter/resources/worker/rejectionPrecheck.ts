import { inQuotes } from '../../../../shared/values/text';
import type { Explanation, Precheck } from '../../../../shared/operation/operation';
import { mayBePending, pendingAdvice } from '../../pending';

const activityPath = '/v1/Workspaces/{workspace}/Activities/{activity}';

/** Twilio rejects pending reservations only if the new activity is not available, and otherwise answers 400. */
export const rejectionPrecheck: Precheck = {
	applies: ({ rejectPendingReservations, activity }) => rejectPendingReservations === true && activity !== undefined,
	path: activityPath,
	problem: ({ available, friendly_name: name }) =>
		available === true
			? `'Reject Pending Reservations' is valid only when the new activity is not available, and ${inQuotes(String(name))} is. Switch it off or choose another activity`
			: undefined,
};

/** Pending reservations are in the way only where the new activity is not available. */
export const pendingExplanation: Explanation = {
	applies: (failure, { rejectPendingReservations, activity }) =>
		activity !== undefined && rejectPendingReservations !== true && mayBePending(failure),
	path: activityPath,
	advice: ({ available }) => (available === false ? pendingAdvice('Reject Pending Reservations') : undefined),
};

/** It changes nothing by itself and goes along with a change of activity. */
export const dependentFields = { RejectPendingReservations: 'ActivitySid' };
